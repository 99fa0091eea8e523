-- What a form's token was used for: a keyed hash of the verb, the author and the command. NULL for entries without a form, and for those written before this column was.
ALTER TABLE "journal_entry" ADD COLUMN "Content" bytea NULL;
-- A rule asks for the children of a family.
CREATE INDEX "child_family" ON "child" ("FamilyId");

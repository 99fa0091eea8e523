-- The time of day something in the journal happened.
ALTER TABLE "journal_note" ADD COLUMN "At" timestamp without time zone NULL;

-- From here on the source's own keys stand as a keyed hash with the key sealed behind it; the journal's events hold the hash alone.
-- An entry from before was written anew, and its chain with it: "HashBefore" is the hash that it had, for what was kept outside the database.
ALTER TABLE "journal_entry" ADD COLUMN "HashBefore" bytea NULL;
-- What stood before, signed (row 1): the last entry that was brought over, the hash that it had, and all hashes that there were.
CREATE TABLE "keys_sealed" (
  "Row" bigint NOT NULL,
  "No" bigint NOT NULL,
  "Hash" bytea NULL,
  "Hashes" bytea NULL,
  "At" timestamp with time zone NULL,
  "Mac" bytea NULL,
  PRIMARY KEY ("Row")
);
-- Row 0: it is still to be done. The program does it with the keys in hand, when it opens the database.
INSERT INTO "keys_sealed" ("Row", "No") VALUES (0, 0);

-- From here on the journal's chain is keyed, and each entry is tied to its texts. "Ties": a hash over the keyed hashes of the entry's texts and the texts that it erased; NULL in entries from before.
ALTER TABLE "journal_entry" ADD COLUMN "Ties" bytea NULL;
-- A keyed hash over the text and a random salt that lies with the text, sealed. An erasure takes both, and this stays.
ALTER TABLE "text" ADD COLUMN "Mac" bytea NULL;
ALTER TABLE "text" ADD COLUMN "ErasedIn" bigint NULL;
-- What stood before the chain had a key, signed as it stood.
CREATE TABLE "chain_start" (
  "Row" bigint NOT NULL PRIMARY KEY CHECK ("Row" = 1),
  "No" bigint NOT NULL,
  "Hash" bytea NOT NULL,
  "Texts" bytea NOT NULL,
  "At" timestamp with time zone NOT NULL,
  "Mac" bytea NOT NULL
);

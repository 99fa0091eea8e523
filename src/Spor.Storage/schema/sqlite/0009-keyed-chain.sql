-- From here on the journal's chain is keyed, and each entry is tied to its texts. "Ties": a hash over the keyed hashes of the entry's texts and the texts that it erased; NULL in entries from before.
ALTER TABLE "journal_entry" ADD COLUMN "Ties" BLOB NULL;
-- A keyed hash over the text and a random salt that lies with the text, sealed. An erasure takes both, and this stays.
ALTER TABLE "text" ADD COLUMN "Mac" BLOB NULL;
ALTER TABLE "text" ADD COLUMN "ErasedIn" INTEGER NULL;
-- What stood before the chain had a key, signed as it stood.
CREATE TABLE "chain_start" (
  "Row" INTEGER NOT NULL PRIMARY KEY CHECK ("Row" = 1),
  "No" INTEGER NOT NULL,
  "Hash" BLOB NOT NULL,
  "Texts" BLOB NOT NULL,
  "At" TEXT NOT NULL,
  "Mac" BLOB NOT NULL
) STRICT;

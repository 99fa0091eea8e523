-- How far the log of who looked had come, signed, beside the journal: its last rows cannot be cut unseen. "First": up to here the log's chain had no key.
CREATE TABLE "look_anchor" (
  "No" INTEGER NOT NULL,
  "First" INTEGER NOT NULL,
  "Hash" BLOB NOT NULL,
  "At" TEXT NOT NULL,
  "Mac" BLOB NOT NULL,
  PRIMARY KEY ("First", "No")
) STRICT;

-- How far the log of who looked had come, signed, beside the journal: its last rows cannot be cut unseen. "First": up to here the log's chain had no key.
CREATE TABLE "look_anchor" (
  "No" bigint NOT NULL,
  "First" bigint NOT NULL,
  "Hash" bytea NOT NULL,
  "At" timestamp with time zone NOT NULL,
  "Mac" bytea NOT NULL,
  PRIMARY KEY ("First", "No")
);
-- Which looks showed a child: found from the rows of the log, kept for asking.
CREATE TABLE "access_log_child" (
  "Child" bigint NOT NULL,
  "No" bigint NOT NULL,
  PRIMARY KEY ("Child", "No")
);
CREATE INDEX "access_log_at" ON "access_log" ("At");

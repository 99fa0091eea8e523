-- Two records of one child are merged: which record is the child's too, from which day.
CREATE TABLE "child_record" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "MergedOn" date NOT NULL,
  "RecordId" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "child_record_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "child_record_child" ON "child_record" ("ChildId");
CREATE INDEX "child_record_record" ON "child_record" ("RecordId");

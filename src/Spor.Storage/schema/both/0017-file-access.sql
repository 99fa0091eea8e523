-- Somebody has asked to see a child's file, and how it was answered.
CREATE TABLE "file_access" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ReceivedOn" date NOT NULL,
  "ExpectedOn" date NULL,
  "AnsweredOn" date NULL,
  "Outcome" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "file_access_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "file_access_child" ON "file_access" ("ChildId");

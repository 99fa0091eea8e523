-- Somebody objects to what the file holds or how it is used, or asks for it to be put right, and how it was answered.
CREATE TABLE "objection" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Kind" text NOT NULL,
  "ReceivedOn" date NOT NULL,
  "AnsweredOn" date NULL,
  "Outcome" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "objection_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "objection_child" ON "objection" ("ChildId");

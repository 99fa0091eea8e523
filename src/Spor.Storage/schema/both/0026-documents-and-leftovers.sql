-- What was overdue so long that somebody has closed it; and a document's own day and way, and the version it takes the place of.
CREATE TABLE "leftover" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Rule" text NOT NULL,
  "SubjectId" bigint NOT NULL,
  "DueOn" date NOT NULL,
  "Rounds" bigint NOT NULL,
  "On" date NOT NULL,
  "EmployeeId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "leftover_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "leftover_child" ON "leftover" ("ChildId");

ALTER TABLE "attachment" ADD COLUMN "On" date NULL;
ALTER TABLE "attachment" ADD COLUMN "Way" text NULL;
ALTER TABLE "attachment" ADD COLUMN "ReplacesId" bigint NULL;

-- Management information: baselines, printed reports, the annual wheel.

-- The table of the first version had no life in the record and was never written.
DROP TABLE "baseline";
CREATE TABLE "baseline" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Day" TEXT NOT NULL,
  "EntryNo" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "report" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Form" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NOT NULL,
  "BaselineDay" TEXT NOT NULL,
  "BaselineId" INTEGER NULL,
  "StandsOn" INTEGER NOT NULL,
  "Program" TEXT NOT NULL,
  "DueId" INTEGER NULL,
  "PageHash" TEXT NOT NULL,
  "WordHash" TEXT NOT NULL,
  "ExcelHash" TEXT NOT NULL,
  "FiguresHash" TEXT NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

-- The bytes of a printed report, outside replay. Their hashes stand in the report's event, and so in the journal's chain. Added once, never changed.
CREATE TABLE "report_file" (
  "ReportId" INTEGER NOT NULL,
  "Name" TEXT NOT NULL,
  "EntryNo" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "ContentType" TEXT NOT NULL,
  "Sha256" TEXT NOT NULL,
  "Bytes" BLOB NOT NULL,
  PRIMARY KEY ("ReportId", "Name")
) STRICT;

CREATE TABLE "report_due" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "DueOn" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NOT NULL,
  "BaselineDay" TEXT NOT NULL,
  "BaselineId" INTEGER NULL,
  "DraftDaysBefore" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

-- A leader's own views.
CREATE TABLE "saved_view" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Owner" TEXT NOT NULL,
  "Query" TEXT NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

-- Management information: baselines, printed reports, the annual wheel.

-- The table of the first version had no life in the record and was never written.
DROP TABLE "baseline";
CREATE TABLE "baseline" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" bigint NULL,
  "Day" date NOT NULL,
  "EntryNo" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "report" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" bigint NULL,
  "Form" text NOT NULL,
  "State" text NOT NULL,
  "From" date NOT NULL,
  "To" date NOT NULL,
  "BaselineDay" date NOT NULL,
  "BaselineId" bigint NULL,
  "StandsOn" bigint NOT NULL,
  "Program" text NOT NULL,
  "DueId" bigint NULL,
  "PageHash" text NOT NULL,
  "WordHash" text NOT NULL,
  "ExcelHash" text NOT NULL,
  "FiguresHash" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
);

-- The bytes of a printed report, outside replay. Their hashes stand in the report's event, and so in the journal's chain. Added once, never changed.
CREATE TABLE "report_file" (
  "ReportId" bigint NOT NULL,
  "Name" text NOT NULL,
  "EntryNo" bigint NOT NULL REFERENCES "journal_entry" ("No"),
  "ContentType" text NOT NULL,
  "Sha256" text NOT NULL,
  "Bytes" bytea NOT NULL,
  PRIMARY KEY ("ReportId", "Name")
);

CREATE TABLE "report_due" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" bigint NULL,
  "DueOn" date NOT NULL,
  "From" date NOT NULL,
  "To" date NOT NULL,
  "BaselineDay" date NOT NULL,
  "BaselineId" bigint NULL,
  "DraftDaysBefore" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  PRIMARY KEY ("Id", "RecordedIn")
);

-- A leader's own views.
CREATE TABLE "saved_view" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Owner" text NOT NULL,
  "Query" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "saved_view_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

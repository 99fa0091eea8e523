-- The municipality's regulation of rates: from a day what is granted is so much more.
CREATE TABLE "rate_regulation" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "From" date NOT NULL,
  "PercentHundredths" bigint NOT NULL,
  "MeasureCode" text NULL,
  "Account" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "rate_regulation_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

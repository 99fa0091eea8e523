-- How many full-year placements of a form a year's budget is made for.
CREATE TABLE "placement_plan" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Year" bigint NOT NULL,
  "Form" text NOT NULL,
  "FullYearsHundredths" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "placement_plan_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

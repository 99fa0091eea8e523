-- The year's forecast as it stood when a month had ended, kept by Spor itself.
CREATE TABLE "forecast_kept" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Month" date NOT NULL,
  "On" date NOT NULL,
  "ActualOre" bigint NOT NULL,
  "GrantedOre" bigint NOT NULL,
  "BudgetOre" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "forecast_kept_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

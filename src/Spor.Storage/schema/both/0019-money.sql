-- The money: lines of the ledger put to a measure, months that are closed, and the state's rates of refund.
CREATE TABLE "ledger_match" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "LedgerId" bigint NOT NULL,
  "InterventionId" bigint NOT NULL,
  "Month" date NOT NULL,
  "On" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "ledger_match_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "ledger_match_child" ON "ledger_match" ("ChildId");

CREATE TABLE "month_closed" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Month" date NOT NULL,
  "On" date NOT NULL,
  "BaselineId" bigint NULL,
  "MonthOre" bigint NOT NULL,
  "ActualOre" bigint NOT NULL,
  "GrantedOre" bigint NOT NULL,
  "BudgetOre" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "month_closed_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "refund_rate" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Year" bigint NOT NULL,
  "PriceLevel" bigint NOT NULL,
  "RegulationHundredths" bigint NOT NULL,
  "FirstPercent" bigint NOT NULL,
  "FirstAboveOre" bigint NOT NULL,
  "SecondPercent" bigint NULL,
  "SecondAboveOre" bigint NULL,
  "ThirdPercent" bigint NULL,
  "ThirdAboveOre" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "refund_rate_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

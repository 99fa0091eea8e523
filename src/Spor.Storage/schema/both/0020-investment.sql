-- Investment cases with their lines, who signed them, and what was spent on them.
CREATE TABLE "investment_case" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "FromYear" bigint NOT NULL,
  "ToYear" bigint NOT NULL,
  "Alternative" text NOT NULL,
  "GrowthHundredths" bigint NULL,
  "BaseOre" bigint NULL,
  "RampMonths" bigint NOT NULL,
  "DiscountHundredths" bigint NULL,
  "Seed" bigint NOT NULL,
  "EarlierId" bigint NULL,
  "Example" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "investment_case_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "investment_line" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "Kind" text NOT NULL,
  "FromYear" bigint NOT NULL,
  "ToYear" bigint NOT NULL,
  "FirstMonth" bigint NOT NULL,
  "NumberHundredths" bigint NOT NULL,
  "UnitOre" bigint NULL,
  "RiseHundredths" bigint NOT NULL,
  "LeastPercent" bigint NULL,
  "MostPercent" bigint NULL,
  "Form" text NULL,
  "ToForm" text NULL,
  "Assumed" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "investment_line_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "investment_signed" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "On" date NOT NULL,
  "BaselineId" bigint NULL,
  "InOre" bigint NOT NULL,
  "OutOre" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "investment_signed_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "investment_spent" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "Month" date NOT NULL,
  "AmountOre" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "investment_spent_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- What a social investment spares of a kind of help, its price and who pays, from a day on: filled in by the municipality.
CREATE TABLE "social_rate" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "TargetGroup" text NOT NULL,
  "Of" text NOT NULL,
  "From" date NOT NULL,
  "PriceOre" bigint NOT NULL,
  "PriceLevel" bigint NOT NULL,
  "MunicipalityHundredths" bigint NOT NULL,
  "RegionHundredths" bigint NOT NULL,
  "StateHundredths" bigint NOT NULL,
  "SparedThousandths" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "social_rate_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

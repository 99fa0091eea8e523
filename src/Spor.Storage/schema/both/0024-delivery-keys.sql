-- A key that another system delivers its files with. The key itself is not kept, only its hash.
CREATE TABLE "delivery_key" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "Tables" text NOT NULL,
  "KeyHash" text NOT NULL,
  "GivenBy" text NOT NULL,
  "RevokedOn" date NULL,
  "RevokedBy" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "delivery_key_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

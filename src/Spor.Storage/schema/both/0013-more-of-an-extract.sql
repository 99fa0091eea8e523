-- What an extract may tell besides: which account belongs to which step, how many live where, published figures of others, and support persons.
CREATE TABLE "account" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Account" text NOT NULL,
  "Name" text NOT NULL,
  "Step" bigint NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "account_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "population" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Year" bigint NOT NULL,
  "DistrictId" bigint NULL,
  "Age" bigint NOT NULL,
  "People" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "population_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "comparison" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Year" bigint NOT NULL,
  "Municipality" text NOT NULL,
  "Figure" text NOT NULL,
  "ValueTenThousandths" bigint NOT NULL,
  "Source" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "comparison_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "support_person_offer" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "OfferedOn" date NOT NULL,
  "Accepted" boolean NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "support_person_offer_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "support_person_offer_child" ON "support_person_offer" ("ChildId");

ALTER TABLE "intervention" ADD COLUMN "Nearness" text NULL;
ALTER TABLE "decision_record" ADD COLUMN "Consent" boolean NULL;
ALTER TABLE "case" ADD COLUMN "ActingMunicipality" text NULL;
ALTER TABLE "case" ADD COLUMN "PayingMunicipality" text NULL;

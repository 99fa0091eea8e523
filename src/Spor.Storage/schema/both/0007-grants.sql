-- What a measure may cost, and for how long: a grant of its own, beside the decision that says what help.
CREATE TABLE "grant" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "InterventionId" bigint NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "PriceOre" bigint NOT NULL,
  "Unit" text NOT NULL,
  "QuantityHundredths" bigint NULL,
  "Cause" text NOT NULL,
  "Level" text NULL,
  "GrantedOn" date NOT NULL,
  "GrantedBy" bigint NULL,
  "ProposalId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "grant_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "grant_child" ON "grant" ("ChildId");
ALTER TABLE "decision_proposal" ADD COLUMN "GrantForId" bigint NULL;

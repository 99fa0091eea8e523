-- Each party of a decision by itself: heard when, and whether it consents.
CREATE TABLE "decision_party" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProposalId" bigint NOT NULL,
  "PersonId" bigint NULL,
  "HeardOn" date NULL,
  "HearingLeftOut" boolean NOT NULL,
  "ConsentOn" date NULL,
  "ConsentNotNeeded" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "decision_party_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "decision_party_child" ON "decision_party" ("ChildId");

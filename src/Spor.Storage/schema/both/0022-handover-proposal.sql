-- A child that is proposed to another team, and what that team answered.
CREATE TABLE "handover_proposal" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "State" text NOT NULL,
  "ToTeamId" bigint NOT NULL,
  "FromEmployeeId" bigint NOT NULL,
  "ToEmployeeId" bigint NOT NULL,
  "ProposedOn" date NOT NULL,
  "ProposedBy" bigint NULL,
  "On" date NOT NULL,
  "MetFamilyOn" date NULL,
  "AnsweredOn" date NULL,
  "AnsweredBy" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "handover_proposal_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "handover_proposal_child" ON "handover_proposal" ("ChildId");

-- What a caseworker records in Spor: more about what imports bring, and the kinds of fact that only Spor has. New columns stand last.
ALTER TABLE "case" ADD COLUMN "ContinuesCaseId" INTEGER NULL;
ALTER TABLE "child" ADD COLUMN "Unborn" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "notification" ADD COLUMN "AssessedBy" INTEGER NULL;
ALTER TABLE "notification" ADD COLUMN "SecondReader" INTEGER NULL;
ALTER TABLE "notification" ADD COLUMN "Acute" INTEGER NULL;
ALTER TABLE "notification" ADD COLUMN "Danger" TEXT NULL;
ALTER TABLE "assessment" ADD COLUMN "Outcome" TEXT NULL;
ALTER TABLE "assessment" ADD COLUMN "SiblingsConsidered" INTEGER NULL;
ALTER TABLE "assessment" ADD COLUMN "ResponsibleId" INTEGER NULL;
ALTER TABLE "assessment" ADD COLUMN "SecondCaseworkerId" INTEGER NULL;
ALTER TABLE "assessment" ADD COLUMN "NotificationId" INTEGER NULL;
ALTER TABLE "assessment" ADD COLUMN "SharedId" INTEGER NULL;
ALTER TABLE "assessment" ADD COLUMN "TextId" INTEGER NULL;
ALTER TABLE "conversation" ADD COLUMN "EmployeeId" INTEGER NULL;
ALTER TABLE "conversation" ADD COLUMN "WithoutParents" INTEGER NULL;
ALTER TABLE "conversation" ADD COLUMN "ParentsSuspected" INTEGER NULL;
ALTER TABLE "plan" ADD COLUMN "SharedId" INTEGER NULL;
ALTER TABLE "plan" ADD COLUMN "DecisionId" INTEGER NULL;
ALTER TABLE "plan" ADD COLUMN "ReplacesId" INTEGER NULL;
ALTER TABLE "plan" ADD COLUMN "Needed" INTEGER NULL;
ALTER TABLE "plan" ADD COLUMN "TextId" INTEGER NULL;
ALTER TABLE "goal" ADD COLUMN "EndedOn" TEXT NULL;
ALTER TABLE "goal" ADD COLUMN "SharedId" INTEGER NULL;
ALTER TABLE "goal" ADD COLUMN "ContinuesId" INTEGER NULL;
ALTER TABLE "decision_record" ADD COLUMN "Kind" TEXT NULL;
ALTER TABLE "decision_record" ADD COLUMN "ProposalId" INTEGER NULL;
ALTER TABLE "intervention" ADD COLUMN "Result" TEXT NULL;
ALTER TABLE "intervention" ADD COLUMN "FollowsId" INTEGER NULL;
ALTER TABLE "follow_up" ADD COLUMN "EmployeeId" INTEGER NULL;
ALTER TABLE "follow_up" ADD COLUMN "TextId" INTEGER NULL;
ALTER TABLE "supervision_visit" ADD COLUMN "EmployeeId" INTEGER NULL;
ALTER TABLE "supervision_visit" ADD COLUMN "TextId" INTEGER NULL;

CREATE TABLE "assessment_dimension" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "AssessmentId" INTEGER NOT NULL,
  "Dimension" TEXT NOT NULL,
  "CarriedFromId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "assessment_dimension_child" ON "assessment_dimension" ("ChildId");

CREATE TABLE "decision_proposal" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Kind" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "ProposedOn" TEXT NOT NULL,
  "ProposedBy" INTEGER NULL,
  "LegalBasis" TEXT NOT NULL,
  "MeasureCode" TEXT NULL,
  "From" TEXT NULL,
  "ExpectedTo" TEXT NULL,
  "PriceOre" INTEGER NULL,
  "Unit" TEXT NULL,
  "QuantityHundredths" INTEGER NULL,
  "CustodyConsentOn" TEXT NULL,
  "YoungConsentOn" TEXT NULL,
  "PartiesHeardOn" TEXT NULL,
  "Acute" INTEGER NOT NULL,
  "PlanNeeded" INTEGER NULL,
  "NeededLevel" TEXT NOT NULL,
  "DecidedOn" TEXT NULL,
  "DecidedBy" INTEGER NULL,
  "DecisionId" INTEGER NULL,
  "ReplacesInterventionId" INTEGER NULL,
  "ReplacedResult" TEXT NULL,
  "ChildPartyHeardOn" TEXT NULL,
  "ComplaintGuidance" INTEGER NOT NULL,
  "SiblingsConsidered" INTEGER NULL,
  "StatementOn" TEXT NULL,
  "PlanRevisedOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "decision_proposal_child" ON "decision_proposal" ("ChildId");

CREATE TABLE "intervention_price" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "InterventionId" INTEGER NOT NULL,
  "From" TEXT NOT NULL,
  "PriceOre" INTEGER NOT NULL,
  "Unit" TEXT NOT NULL,
  "QuantityHundredths" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "intervention_price_child" ON "intervention_price" ("ChildId");

CREATE TABLE "decision_duty" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "DecisionId" INTEGER NOT NULL,
  "Code" TEXT NOT NULL,
  "DueOn" TEXT NOT NULL,
  "DoneOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "decision_duty_child" ON "decision_duty" ("ChildId");

CREATE TABLE "return_home" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "InterventionId" INTEGER NOT NULL,
  "DecidedOn" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NOT NULL,
  "StatementOn" TEXT NULL,
  "PlanRevisedOn" TEXT NULL,
  "DecisionId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "return_home_child" ON "return_home" ("ChildId");

CREATE TABLE "plan_action" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "PlanId" INTEGER NOT NULL,
  "GoalId" INTEGER NULL,
  "DueOn" TEXT NULL,
  "DoneOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "plan_action_child" ON "plan_action" ("ChildId");

CREATE TABLE "handover" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "CaseId" INTEGER NOT NULL,
  "FromEmployeeId" INTEGER NULL,
  "ToEmployeeId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "MetFamilyOn" TEXT NULL,
  "ReadOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "handover_child" ON "handover" ("ChildId");

CREATE TABLE "municipal_move" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "MovedOn" TEXT NOT NULL,
  "MunicipalityNumber" TEXT NOT NULL,
  "NotifiedOn" TEXT NULL,
  "MaterialSentOn" TEXT NULL,
  "ConfirmedOn" TEXT NULL,
  "CaseStays" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "municipal_move_child" ON "municipal_move" ("ChildId");

CREATE TABLE "journal_note" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "On" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "AboutKind" TEXT NULL,
  "AboutId" INTEGER NULL,
  "CorrectsId" INTEGER NULL,
  "EmployeeId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "journal_note_child" ON "journal_note" ("ChildId");

CREATE TABLE "attachment" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "AboutKind" TEXT NOT NULL,
  "AboutId" INTEGER NOT NULL,
  "ContentType" TEXT NOT NULL,
  "Bytes" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "attachment_child" ON "attachment" ("ChildId");

CREATE TABLE "attachment_content" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "AttachmentId" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "attachment_content_child" ON "attachment_content" ("ChildId");

CREATE TABLE "letter" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Template" TEXT NOT NULL,
  "AboutKind" TEXT NULL,
  "AboutId" INTEGER NULL,
  "WrittenOn" TEXT NOT NULL,
  "SentOn" TEXT NULL,
  "Channel" TEXT NULL,
  "EmployeeId" INTEGER NULL,
  "PersonId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "letter_child" ON "letter" ("ChildId");

CREATE TABLE "authority_limit" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Level" TEXT NOT NULL,
  "Kind" TEXT NULL,
  "MeasureCode" TEXT NULL,
  "MostOreAMonth" INTEGER NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "absence" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "EmployeeId" INTEGER NOT NULL,
  "Kind" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "CoverId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "speciality" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "EmployeeId" INTEGER NOT NULL,
  "TargetGroup" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "letter_template" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Code" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

-- A CPR number is looked for by its keyed hash before a child is made.
CREATE INDEX "child_cpr" ON "child" ("CprHash");

-- Whether people work in this database, or only read what imports brought.
CREATE INDEX "journal_entry_own" ON "journal_entry" ("No") WHERE "ImportId" IS NULL AND "ChildId" IS NOT NULL;

-- What somebody was typing. Sealed, its owner's alone, gone when the form is saved; no part of the record.
CREATE TABLE "draft" (
  "Author" TEXT NOT NULL,
  "Form" TEXT NOT NULL,
  "At" TEXT NOT NULL,
  "Body" BLOB NOT NULL,
  PRIMARY KEY ("Author", "Form")
) STRICT;

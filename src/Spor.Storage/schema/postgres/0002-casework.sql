-- What a caseworker records in Spor: more about what imports bring, and the kinds of fact that only Spor has. New columns stand last.
ALTER TABLE "case" ADD COLUMN "ContinuesCaseId" bigint NULL;
ALTER TABLE "child" ADD COLUMN "Unborn" boolean NOT NULL DEFAULT false;
ALTER TABLE "notification" ADD COLUMN "AssessedBy" bigint NULL;
ALTER TABLE "notification" ADD COLUMN "SecondReader" bigint NULL;
ALTER TABLE "notification" ADD COLUMN "Acute" boolean NULL;
ALTER TABLE "notification" ADD COLUMN "Danger" text NULL;
ALTER TABLE "assessment" ADD COLUMN "Outcome" text NULL;
ALTER TABLE "assessment" ADD COLUMN "SiblingsConsidered" boolean NULL;
ALTER TABLE "assessment" ADD COLUMN "ResponsibleId" bigint NULL;
ALTER TABLE "assessment" ADD COLUMN "SecondCaseworkerId" bigint NULL;
ALTER TABLE "assessment" ADD COLUMN "NotificationId" bigint NULL;
ALTER TABLE "assessment" ADD COLUMN "SharedId" bigint NULL;
ALTER TABLE "assessment" ADD COLUMN "TextId" bigint NULL;
ALTER TABLE "conversation" ADD COLUMN "EmployeeId" bigint NULL;
ALTER TABLE "conversation" ADD COLUMN "WithoutParents" boolean NULL;
ALTER TABLE "conversation" ADD COLUMN "ParentsSuspected" boolean NULL;
ALTER TABLE "plan" ADD COLUMN "SharedId" bigint NULL;
ALTER TABLE "plan" ADD COLUMN "DecisionId" bigint NULL;
ALTER TABLE "plan" ADD COLUMN "ReplacesId" bigint NULL;
ALTER TABLE "plan" ADD COLUMN "Needed" boolean NULL;
ALTER TABLE "plan" ADD COLUMN "TextId" bigint NULL;
ALTER TABLE "goal" ADD COLUMN "EndedOn" date NULL;
ALTER TABLE "goal" ADD COLUMN "SharedId" bigint NULL;
ALTER TABLE "goal" ADD COLUMN "ContinuesId" bigint NULL;
ALTER TABLE "decision_record" ADD COLUMN "Kind" text NULL;
ALTER TABLE "decision_record" ADD COLUMN "ProposalId" bigint NULL;
ALTER TABLE "intervention" ADD COLUMN "Result" text NULL;
ALTER TABLE "intervention" ADD COLUMN "FollowsId" bigint NULL;
ALTER TABLE "follow_up" ADD COLUMN "EmployeeId" bigint NULL;
ALTER TABLE "follow_up" ADD COLUMN "TextId" bigint NULL;
ALTER TABLE "supervision_visit" ADD COLUMN "EmployeeId" bigint NULL;
ALTER TABLE "supervision_visit" ADD COLUMN "TextId" bigint NULL;

CREATE TABLE "assessment_dimension" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "AssessmentId" bigint NOT NULL,
  "Dimension" text NOT NULL,
  "CarriedFromId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "assessment_dimension_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "assessment_dimension_child" ON "assessment_dimension" ("ChildId");

CREATE TABLE "decision_proposal" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Kind" text NOT NULL,
  "State" text NOT NULL,
  "ProposedOn" date NOT NULL,
  "ProposedBy" bigint NULL,
  "LegalBasis" text NOT NULL,
  "MeasureCode" text NULL,
  "From" date NULL,
  "ExpectedTo" date NULL,
  "PriceOre" bigint NULL,
  "Unit" text NULL,
  "QuantityHundredths" bigint NULL,
  "CustodyConsentOn" date NULL,
  "YoungConsentOn" date NULL,
  "PartiesHeardOn" date NULL,
  "Acute" boolean NOT NULL,
  "PlanNeeded" boolean NULL,
  "NeededLevel" text NOT NULL,
  "DecidedOn" date NULL,
  "DecidedBy" bigint NULL,
  "DecisionId" bigint NULL,
  "ReplacesInterventionId" bigint NULL,
  "ReplacedResult" text NULL,
  "ChildPartyHeardOn" date NULL,
  "ComplaintGuidance" boolean NOT NULL,
  "SiblingsConsidered" boolean NULL,
  "StatementOn" date NULL,
  "PlanRevisedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "decision_proposal_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "decision_proposal_child" ON "decision_proposal" ("ChildId");

CREATE TABLE "intervention_price" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "InterventionId" bigint NOT NULL,
  "From" date NOT NULL,
  "PriceOre" bigint NOT NULL,
  "Unit" text NOT NULL,
  "QuantityHundredths" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "intervention_price_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "intervention_price_child" ON "intervention_price" ("ChildId");

CREATE TABLE "decision_duty" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "DecisionId" bigint NOT NULL,
  "Code" text NOT NULL,
  "DueOn" date NOT NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "decision_duty_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "decision_duty_child" ON "decision_duty" ("ChildId");

CREATE TABLE "return_home" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "InterventionId" bigint NOT NULL,
  "DecidedOn" date NOT NULL,
  "From" date NOT NULL,
  "To" date NOT NULL,
  "StatementOn" date NULL,
  "PlanRevisedOn" date NULL,
  "DecisionId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "return_home_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "return_home_child" ON "return_home" ("ChildId");

CREATE TABLE "plan_action" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "PlanId" bigint NOT NULL,
  "GoalId" bigint NULL,
  "DueOn" date NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "plan_action_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "plan_action_child" ON "plan_action" ("ChildId");

CREATE TABLE "handover" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "FromEmployeeId" bigint NULL,
  "ToEmployeeId" bigint NOT NULL,
  "On" date NOT NULL,
  "MetFamilyOn" date NULL,
  "ReadOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "handover_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "handover_child" ON "handover" ("ChildId");

CREATE TABLE "municipal_move" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "MovedOn" date NOT NULL,
  "MunicipalityNumber" text NOT NULL,
  "NotifiedOn" date NULL,
  "MaterialSentOn" date NULL,
  "ConfirmedOn" date NULL,
  "CaseStays" boolean NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "municipal_move_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "municipal_move_child" ON "municipal_move" ("ChildId");

CREATE TABLE "journal_note" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "Kind" text NOT NULL,
  "AboutKind" text NULL,
  "AboutId" bigint NULL,
  "CorrectsId" bigint NULL,
  "EmployeeId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "journal_note_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "journal_note_child" ON "journal_note" ("ChildId");

CREATE TABLE "attachment" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "AboutKind" text NOT NULL,
  "AboutId" bigint NOT NULL,
  "ContentType" text NOT NULL,
  "Bytes" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "attachment_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "attachment_child" ON "attachment" ("ChildId");

CREATE TABLE "attachment_content" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "AttachmentId" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "attachment_content_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "attachment_content_child" ON "attachment_content" ("ChildId");

CREATE TABLE "letter" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Template" text NOT NULL,
  "AboutKind" text NULL,
  "AboutId" bigint NULL,
  "WrittenOn" date NOT NULL,
  "SentOn" date NULL,
  "Channel" text NULL,
  "EmployeeId" bigint NULL,
  "PersonId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "letter_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "letter_child" ON "letter" ("ChildId");

CREATE TABLE "authority_limit" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Level" text NOT NULL,
  "Kind" text NULL,
  "MeasureCode" text NULL,
  "MostOreAMonth" bigint NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "authority_limit_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "absence" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "Kind" text NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "CoverId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "absence_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "speciality" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "TargetGroup" text NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "speciality_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "letter_template" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Code" text NOT NULL,
  "From" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "letter_template_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- A CPR number is looked for by its keyed hash before a child is made.
CREATE INDEX "child_cpr" ON "child" ("CprHash");

-- Whether people work in this database, or only read what imports brought.
CREATE INDEX "journal_entry_own" ON "journal_entry" ("No") WHERE "ImportId" IS NULL AND "ChildId" IS NOT NULL;

-- What somebody was typing. Sealed, its owner's alone, gone when the form is saved; no part of the record.
CREATE TABLE "draft" (
  "Author" text NOT NULL,
  "Form" text NOT NULL,
  "At" timestamp with time zone NOT NULL,
  "Body" bytea NOT NULL,
  PRIMARY KEY ("Author", "Form")
);

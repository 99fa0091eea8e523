-- The journal and the facts. Tables: the kind's name with underscores. Columns: as the row's properties, quoted.
-- Days are date, local points of time are timestamp without time zone, instants of the record timestamp with time zone, money øre, codes their English names.

-- One row. Who holds its lock writes; the number and the identities come from here, so numbers have no gaps and follow commit order.
CREATE TABLE "journal_head" (
  "Row" bigint NOT NULL PRIMARY KEY CHECK ("Row" = 1),
  "No" bigint NOT NULL,
  "NextId" bigint NOT NULL,
  "Hash" bytea NOT NULL,
  -- Tells one key ring from another, so that a database is never opened with strange keys.
  "KeyPrint" text NULL
);

CREATE TABLE "import" (
  "Id" bigint NOT NULL PRIMARY KEY,
  "At" timestamp with time zone NOT NULL,
  "Author" text NOT NULL,
  "MunicipalityNumber" text NOT NULL,
  "ExtractDay" date NOT NULL,
  "FirstNo" bigint NULL,
  "LastNo" bigint NULL,
  -- JSON: counts per file, rows set aside, conflicts, hashes of the files, the program's version. No names.
  "Report" text NOT NULL
);

-- One intention of one person. The hash covers the row and the hash before it.
CREATE TABLE "journal_entry" (
  "No" bigint NOT NULL PRIMARY KEY,
  "At" timestamp with time zone NOT NULL,
  "Author" text NOT NULL,
  "Intent" text NOT NULL,
  "ChildId" bigint NULL,
  "ImportId" bigint NULL,
  "Token" text NULL,
  "ReasonTextId" bigint NULL,
  "Events" text NOT NULL,
  "PrevHash" bytea NOT NULL,
  "Hash" bytea NOT NULL
);
-- Events compress well; lz4 does it in a fraction of the time. A server built without it keeps the default.
DO $$ BEGIN
  ALTER TABLE "journal_entry" ALTER COLUMN "Events" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
CREATE UNIQUE INDEX "journal_entry_token" ON "journal_entry" ("Token") WHERE "Token" IS NOT NULL;
CREATE INDEX "journal_entry_child" ON "journal_entry" ("ChildId");

-- Names and free text, encrypted (key number, nonce, cipher, tag). Outside replay: a lawful erasure empties Body and the journal still replays.
CREATE TABLE "text" (
  "Id" bigint NOT NULL PRIMARY KEY,
  "ChildId" bigint NULL,
  "EntryNo" bigint NOT NULL,
  "Body" bytea NULL,
  "ErasedAt" timestamp with time zone NULL
);
CREATE INDEX "text_child" ON "text" ("ChildId");

-- A day and an entry to compare with.
CREATE TABLE "baseline" (
  "Id" bigint NOT NULL PRIMARY KEY,
  "Name" text NOT NULL,
  "Day" date NOT NULL,
  "EntryNo" bigint NOT NULL
);

-- Who looked. Appended without the head, so that reading never waits for a writer.
CREATE TABLE "access_log" (
  "No" bigint NOT NULL PRIMARY KEY,
  "At" timestamp with time zone NOT NULL,
  "Author" text NOT NULL,
  "Kind" text NOT NULL,
  "Subject" text NOT NULL,
  "PrevHash" bytea NOT NULL,
  "Hash" bytea NOT NULL
);

CREATE TABLE "municipality" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Number" text NOT NULL,
  "Name" text NOT NULL,
  "ExtractDay" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "municipality_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "team" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "TeamId" bigint NOT NULL,
  "Name" text NOT NULL,
  "CeilingHundredths" bigint NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "team_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "district" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "DistrictId" bigint NOT NULL,
  "Name" text NOT NULL,
  "TeamId" bigint NOT NULL,
  "Model" boolean NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "district_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "employment" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "Role" text NOT NULL,
  "TeamId" bigint NULL,
  "FteTenThousandths" bigint NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "employment_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "catalogue_entry" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Code" text NOT NULL,
  "Name" text NOT NULL,
  "Step" bigint NOT NULL,
  "Form" text NOT NULL,
  "Account" text NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "catalogue_entry_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "budget_line" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Account" text NOT NULL,
  "Month" date NOT NULL,
  "AmountOre" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "budget_line_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "ledger_line" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Account" text NOT NULL,
  "Month" date NOT NULL,
  "AmountOre" bigint NOT NULL,
  "InterventionId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "ledger_line_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "child" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "BornOn" date NOT NULL,
  "Gender" text NULL,
  "DistrictId" bigint NULL,
  "TargetGroup" text NOT NULL,
  "FamilyId" bigint NULL,
  "Protected" boolean NOT NULL,
  "CprHash" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "child_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "network_person" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Relation" text NOT NULL,
  "HasCustody" boolean NULL,
  "Professional" boolean NULL,
  "Protected" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "network_person_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "network_person_child" ON "network_person" ("ChildId");

CREATE TABLE "case" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "OpenedOn" date NOT NULL,
  "ClosedOn" date NULL,
  "ParentsInformedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "case_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "case_child" ON "case" ("ChildId");

CREATE TABLE "assignment" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "CaseId" bigint NOT NULL,
  "EmployeeId" bigint NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "assignment_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "assignment_child" ON "assignment" ("ChildId");

CREATE TABLE "notification" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ReceivedAt" timestamp without time zone NOT NULL,
  "Notifier" text NOT NULL,
  "AssessedAt" timestamp without time zone NULL,
  "AcknowledgedOn" date NULL,
  "FeedbackOn" date NULL,
  "Outcome" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "notification_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "notification_child" ON "notification" ("ChildId");

CREATE TABLE "assessment" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Kind" text NOT NULL,
  "KnownOn" date NOT NULL,
  "StartedOn" date NULL,
  "FinishedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "assessment_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "assessment_child" ON "assessment" ("ChildId");

CREATE TABLE "conversation" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "Purpose" text NOT NULL,
  "LeftOut" boolean NOT NULL,
  "HasReason" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "conversation_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "conversation_child" ON "conversation" ("ChildId");

CREATE TABLE "plan" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Kind" text NOT NULL,
  "DecidedOn" date NOT NULL,
  "FinishedOn" date NULL,
  "ClosedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "plan_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "plan_child" ON "plan" ("ChildId");

CREATE TABLE "goal" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "PlanId" bigint NOT NULL,
  "Theme" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "goal_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "goal_child" ON "goal" ("ChildId");

CREATE TABLE "measurement" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "GoalId" bigint NOT NULL,
  "On" date NOT NULL,
  "Score" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "measurement_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "measurement_child" ON "measurement" ("ChildId");

CREATE TABLE "decision_record" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "LegalBasis" text NOT NULL,
  "Level" text NULL,
  "PartiesHeard" boolean NULL,
  "ComplaintGuidanceGiven" boolean NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "decision_record_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "decision_record_child" ON "decision_record" ("ChildId");

CREATE TABLE "intervention" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "DecisionId" bigint NULL,
  "Code" text NOT NULL,
  "LegalBasis" text NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "ExpectedTo" date NULL,
  "PriceOre" bigint NULL,
  "Unit" text NULL,
  "QuantityHundredths" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "intervention_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "intervention_child" ON "intervention" ("ChildId");

CREATE TABLE "follow_up" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "InterventionId" bigint NOT NULL,
  "On" date NOT NULL,
  "Outcome" text NULL,
  "NextBy" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "follow_up_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "follow_up_child" ON "follow_up" ("ChildId");

CREATE TABLE "supervision_visit" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "InterventionId" bigint NOT NULL,
  "On" date NOT NULL,
  "SpokeWithChild" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "supervision_visit_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "supervision_visit_child" ON "supervision_visit" ("ChildId");

CREATE TABLE "network_conference" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "OfferedOn" date NOT NULL,
  "Answer" text NULL,
  "HeldOn" date NULL,
  "PlanApproved" boolean NULL,
  "FollowedUpOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "network_conference_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "network_conference_child" ON "network_conference" ("ChildId");

INSERT INTO "journal_head" ("Row", "No", "NextId", "Hash") VALUES (1, 0, 1, decode(repeat('00', 32), 'hex'));

-- The journal and the facts. Tables: the kind's name with underscores. Columns: as the row's properties, quoted.
-- Days are TEXT yyyy-MM-dd, local points of time TEXT yyyy-MM-dd HH:mm:ss, instants of the record TEXT yyyy-MM-ddTHH:mm:ss.fffZ, money øre, codes their English names.

-- One row. Who holds its lock writes; the number and the identities come from here, so numbers have no gaps and follow commit order.
CREATE TABLE "journal_head" (
  "Row" INTEGER NOT NULL PRIMARY KEY CHECK ("Row" = 1),
  "No" INTEGER NOT NULL,
  "NextId" INTEGER NOT NULL,
  "Hash" BLOB NOT NULL,
  -- Tells one key ring from another, so that a database is never opened with strange keys.
  "KeyPrint" TEXT NULL
) STRICT;

CREATE TABLE "import" (
  "Id" INTEGER NOT NULL PRIMARY KEY,
  "At" TEXT NOT NULL,
  "Author" TEXT NOT NULL,
  "MunicipalityNumber" TEXT NOT NULL,
  "ExtractDay" TEXT NOT NULL,
  "FirstNo" INTEGER NULL,
  "LastNo" INTEGER NULL,
  -- JSON: counts per file, rows set aside, conflicts, hashes of the files, the program's version. No names.
  "Report" TEXT NOT NULL
) STRICT;

-- One intention of one person. The hash covers the row and the hash before it.
CREATE TABLE "journal_entry" (
  "No" INTEGER NOT NULL PRIMARY KEY,
  "At" TEXT NOT NULL,
  "Author" TEXT NOT NULL,
  "Intent" TEXT NOT NULL,
  "ChildId" INTEGER NULL,
  "ImportId" INTEGER NULL,
  "Token" TEXT NULL,
  "ReasonTextId" INTEGER NULL,
  "Events" TEXT NOT NULL,
  "PrevHash" BLOB NOT NULL,
  "Hash" BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX "journal_entry_token" ON "journal_entry" ("Token") WHERE "Token" IS NOT NULL;
CREATE INDEX "journal_entry_child" ON "journal_entry" ("ChildId");

-- Names and free text, encrypted (key number, nonce, cipher, tag). Outside replay: a lawful erasure empties Body and the journal still replays.
CREATE TABLE "text" (
  "Id" INTEGER NOT NULL PRIMARY KEY,
  "ChildId" INTEGER NULL,
  "EntryNo" INTEGER NOT NULL,
  "Body" BLOB NULL,
  "ErasedAt" TEXT NULL
) STRICT;
CREATE INDEX "text_child" ON "text" ("ChildId");

-- A day and an entry to compare with.
CREATE TABLE "baseline" (
  "Id" INTEGER NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "Day" TEXT NOT NULL,
  "EntryNo" INTEGER NOT NULL
) STRICT;

CREATE TABLE "municipality" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Number" TEXT NOT NULL,
  "Name" TEXT NOT NULL,
  "ExtractDay" TEXT NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "team" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "TeamId" INTEGER NOT NULL,
  "Name" TEXT NOT NULL,
  "CeilingHundredths" INTEGER NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "district" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "DistrictId" INTEGER NOT NULL,
  "Name" TEXT NOT NULL,
  "TeamId" INTEGER NOT NULL,
  "Model" INTEGER NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "employment" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "EmployeeId" INTEGER NOT NULL,
  "Role" TEXT NOT NULL,
  "TeamId" INTEGER NULL,
  "FteTenThousandths" INTEGER NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "catalogue_entry" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Code" TEXT NOT NULL,
  "Name" TEXT NOT NULL,
  "Step" INTEGER NOT NULL,
  "Form" TEXT NOT NULL,
  "Account" TEXT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "budget_line" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Account" TEXT NOT NULL,
  "Month" TEXT NOT NULL,
  "AmountOre" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "ledger_line" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Account" TEXT NOT NULL,
  "Month" TEXT NOT NULL,
  "AmountOre" INTEGER NOT NULL,
  "InterventionId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "child" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "BornOn" TEXT NOT NULL,
  "Gender" TEXT NULL,
  "DistrictId" INTEGER NULL,
  "TargetGroup" TEXT NOT NULL,
  "FamilyId" INTEGER NULL,
  "Protected" INTEGER NOT NULL,
  "CprHash" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

CREATE TABLE "network_person" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Relation" TEXT NOT NULL,
  "HasCustody" INTEGER NULL,
  "Professional" INTEGER NULL,
  "Protected" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "network_person_child" ON "network_person" ("ChildId");

CREATE TABLE "case" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "OpenedOn" TEXT NOT NULL,
  "ClosedOn" TEXT NULL,
  "ParentsInformedOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "case_child" ON "case" ("ChildId");

CREATE TABLE "assignment" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "CaseId" INTEGER NOT NULL,
  "EmployeeId" INTEGER NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "assignment_child" ON "assignment" ("ChildId");

CREATE TABLE "notification" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ReceivedAt" TEXT NOT NULL,
  "Notifier" TEXT NOT NULL,
  "AssessedAt" TEXT NULL,
  "AcknowledgedOn" TEXT NULL,
  "FeedbackOn" TEXT NULL,
  "Outcome" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "notification_child" ON "notification" ("ChildId");

CREATE TABLE "assessment" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Kind" TEXT NOT NULL,
  "KnownOn" TEXT NOT NULL,
  "StartedOn" TEXT NULL,
  "FinishedOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "assessment_child" ON "assessment" ("ChildId");

CREATE TABLE "conversation" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "On" TEXT NOT NULL,
  "Purpose" TEXT NOT NULL,
  "LeftOut" INTEGER NOT NULL,
  "HasReason" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "conversation_child" ON "conversation" ("ChildId");

CREATE TABLE "plan" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "Kind" TEXT NOT NULL,
  "DecidedOn" TEXT NOT NULL,
  "FinishedOn" TEXT NULL,
  "ClosedOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "plan_child" ON "plan" ("ChildId");

CREATE TABLE "goal" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "PlanId" INTEGER NOT NULL,
  "Theme" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "goal_child" ON "goal" ("ChildId");

CREATE TABLE "measurement" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "GoalId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "Score" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "measurement_child" ON "measurement" ("ChildId");

CREATE TABLE "decision_record" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "On" TEXT NOT NULL,
  "LegalBasis" TEXT NOT NULL,
  "Level" TEXT NULL,
  "PartiesHeard" INTEGER NULL,
  "ComplaintGuidanceGiven" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "decision_record_child" ON "decision_record" ("ChildId");

CREATE TABLE "intervention" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "DecisionId" INTEGER NULL,
  "Code" TEXT NOT NULL,
  "LegalBasis" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "ExpectedTo" TEXT NULL,
  "PriceOre" INTEGER NULL,
  "Unit" TEXT NULL,
  "QuantityHundredths" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "intervention_child" ON "intervention" ("ChildId");

CREATE TABLE "follow_up" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "InterventionId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "Outcome" TEXT NULL,
  "NextBy" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "follow_up_child" ON "follow_up" ("ChildId");

CREATE TABLE "supervision_visit" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "InterventionId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "SpokeWithChild" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "supervision_visit_child" ON "supervision_visit" ("ChildId");

CREATE TABLE "network_conference" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "OfferedOn" TEXT NOT NULL,
  "Answer" TEXT NULL,
  "HeldOn" TEXT NULL,
  "PlanApproved" INTEGER NULL,
  "FollowedUpOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "network_conference_child" ON "network_conference" ("ChildId");

INSERT INTO "journal_head" ("Row", "No", "NextId", "Hash") VALUES (1, 0, 1, zeroblob(32));

-- Management supervision: what readers ask, rounds with their lot, the cases drawn, what was found, and what is to be done.
CREATE TABLE "reading_template" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "First" bigint NOT NULL,
  "Version" bigint NOT NULL,
  "On" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "reading_template_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "reading_round" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "TemplateId" bigint NOT NULL,
  "DrawnOn" date NOT NULL,
  "Until" date NOT NULL,
  "TeamId" bigint NULL,
  "GrantId" bigint NULL,
  "ComparedId" bigint NULL,
  "Seed" bigint NOT NULL,
  "EndedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "reading_round_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "reading_action" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "RoundId" bigint NOT NULL,
  "Step" text NULL,
  "EmployeeId" bigint NOT NULL,
  "DueOn" date NOT NULL,
  "FollowUpOn" date NOT NULL,
  "State" text NOT NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "reading_action_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "drawn_case" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "RoundId" bigint NOT NULL,
  "CaseId" bigint NOT NULL,
  "CaseworkerId" bigint NULL,
  "Reader" text NOT NULL,
  "Second" boolean NOT NULL,
  "On" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "drawn_case_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "drawn_case_child" ON "drawn_case" ("ChildId");

CREATE TABLE "case_reading" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "DrawnId" bigint NOT NULL,
  "On" date NOT NULL,
  "Answers" text NOT NULL,
  "SeenOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "case_reading_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "case_reading_child" ON "case_reading" ("ChildId");

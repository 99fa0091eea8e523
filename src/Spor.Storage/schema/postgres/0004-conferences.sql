-- Network conferences with a coordinator who never sees the case, network meetings, agreements, and the network as it was on a day.
ALTER TABLE "network_person" ADD COLUMN "Since" date NULL;
ALTER TABLE "network_person" ADD COLUMN "Until" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "ChildAnswer" text NULL;
ALTER TABLE "network_conference" ADD COLUMN "AnsweredOn" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "QuestionsApprovedOn" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "PlannedAt" timestamp without time zone NULL;
ALTER TABLE "network_conference" ADD COLUMN "EndsAt" timestamp without time zone NULL;
ALTER TABLE "network_conference" ADD COLUMN "CancelledOn" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "PrivateTimeUsed" boolean NULL;
ALTER TABLE "network_conference" ADD COLUMN "PlanPresentedOn" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "FollowUpPlannedOn" date NULL;
ALTER TABLE "network_conference" ADD COLUMN "ReplacedMeasureCode" text NULL;
ALTER TABLE "network_conference" ADD COLUMN "ReplacedInterventionId" bigint NULL;
ALTER TABLE "network_conference" ADD COLUMN "WithoutSupport" boolean NULL;
ALTER TABLE "network_conference" ADD COLUMN "TextId" bigint NULL;

CREATE TABLE "network_tie" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "PersonId" bigint NOT NULL,
  "On" date NOT NULL,
  "Closeness" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "network_tie_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "network_tie_child" ON "network_tie" ("ChildId");

CREATE TABLE "conference_question" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NOT NULL,
  "Position" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "conference_question_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "conference_question_child" ON "conference_question" ("ChildId");

CREATE TABLE "invitee" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NULL,
  "MeetingId" bigint NULL,
  "PersonId" bigint NULL,
  "Role" text NOT NULL,
  "MayCome" boolean NOT NULL,
  "ApartFromId" bigint NULL,
  "HolderAgrees" boolean NULL,
  "InvitedOn" date NULL,
  "Answer" text NULL,
  "Came" boolean NULL,
  "BroughtAlong" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "invitee_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "invitee_child" ON "invitee" ("ChildId");

CREATE TABLE "coordination" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NOT NULL,
  "CoordinatorId" bigint NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "Because" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "coordination_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "coordination_child" ON "coordination" ("ChildId");

CREATE TABLE "plan_review" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NOT NULL,
  "On" date NOT NULL,
  "Accepted" boolean NOT NULL,
  "EmployeeId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "plan_review_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "plan_review_child" ON "plan_review" ("ChildId");

CREATE TABLE "agreement" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NULL,
  "MeetingId" bigint NULL,
  "PersonId" bigint NULL,
  "DueOn" date NULL,
  "DoneOn" date NULL,
  "AskedOn" date NULL,
  "DroppedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "agreement_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "agreement_child" ON "agreement" ("ChildId");

CREATE TABLE "conference_evaluation" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ConferenceId" bigint NOT NULL,
  "On" date NOT NULL,
  "By" text NOT NULL,
  "OnPaper" boolean NOT NULL,
  "Heard" bigint NULL,
  "Decided" bigint NULL,
  "Useful" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "conference_evaluation_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "conference_evaluation_child" ON "conference_evaluation" ("ChildId");

CREATE TABLE "network_meeting" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "Held" boolean NOT NULL,
  "CancelledOn" date NULL,
  "EmployeeId" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "network_meeting_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "network_meeting_child" ON "network_meeting" ("ChildId");

CREATE TABLE "coordinator" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "TrainedOn" date NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "AtMost" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "coordinator_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- What one coordinator has seen is read back to the caseworker. On SQLite the log is a file of its own and makes this index itself.
CREATE INDEX "access_log_author" ON "access_log" ("Author", "Kind", "No");

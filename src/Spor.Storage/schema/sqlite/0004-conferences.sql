-- Network conferences with a coordinator who never sees the case, network meetings, agreements, and the network as it was on a day.
ALTER TABLE "network_person" ADD COLUMN "Since" TEXT NULL;
ALTER TABLE "network_person" ADD COLUMN "Until" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "ChildAnswer" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "AnsweredOn" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "QuestionsApprovedOn" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "PlannedAt" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "EndsAt" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "CancelledOn" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "PrivateTimeUsed" INTEGER NULL;
ALTER TABLE "network_conference" ADD COLUMN "PlanPresentedOn" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "FollowUpPlannedOn" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "ReplacedMeasureCode" TEXT NULL;
ALTER TABLE "network_conference" ADD COLUMN "ReplacedInterventionId" INTEGER NULL;
ALTER TABLE "network_conference" ADD COLUMN "WithoutSupport" INTEGER NULL;
ALTER TABLE "network_conference" ADD COLUMN "TextId" INTEGER NULL;

CREATE TABLE "network_tie" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "PersonId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "Closeness" TEXT NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "network_tie_child" ON "network_tie" ("ChildId");

CREATE TABLE "conference_question" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NOT NULL,
  "Position" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "conference_question_child" ON "conference_question" ("ChildId");

CREATE TABLE "invitee" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NULL,
  "MeetingId" INTEGER NULL,
  "PersonId" INTEGER NULL,
  "Role" TEXT NOT NULL,
  "MayCome" INTEGER NOT NULL,
  "ApartFromId" INTEGER NULL,
  "HolderAgrees" INTEGER NULL,
  "InvitedOn" TEXT NULL,
  "Answer" TEXT NULL,
  "Came" INTEGER NULL,
  "BroughtAlong" INTEGER NOT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "invitee_child" ON "invitee" ("ChildId");

CREATE TABLE "coordination" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NOT NULL,
  "CoordinatorId" INTEGER NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "Because" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "coordination_child" ON "coordination" ("ChildId");

CREATE TABLE "plan_review" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "Accepted" INTEGER NOT NULL,
  "EmployeeId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "plan_review_child" ON "plan_review" ("ChildId");

CREATE TABLE "agreement" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NULL,
  "MeetingId" INTEGER NULL,
  "PersonId" INTEGER NULL,
  "DueOn" TEXT NULL,
  "DoneOn" TEXT NULL,
  "AskedOn" TEXT NULL,
  "DroppedOn" TEXT NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "agreement_child" ON "agreement" ("ChildId");

CREATE TABLE "conference_evaluation" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "ConferenceId" INTEGER NOT NULL,
  "On" TEXT NOT NULL,
  "By" TEXT NOT NULL,
  "OnPaper" INTEGER NOT NULL,
  "Heard" INTEGER NULL,
  "Decided" INTEGER NULL,
  "Useful" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "conference_evaluation_child" ON "conference_evaluation" ("ChildId");

CREATE TABLE "network_meeting" (
  "Id" INTEGER NOT NULL,
  "ChildId" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "On" TEXT NOT NULL,
  "Held" INTEGER NOT NULL,
  "CancelledOn" TEXT NULL,
  "EmployeeId" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;
CREATE INDEX "network_meeting_child" ON "network_meeting" ("ChildId");

CREATE TABLE "coordinator" (
  "Id" INTEGER NOT NULL,
  "RecordedIn" INTEGER NOT NULL REFERENCES "journal_entry" ("No"),
  "RetractedIn" INTEGER NULL,
  "TrainedOn" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NULL,
  "AtMost" INTEGER NULL,
  "SourceKey" TEXT NULL,
  "SourceHash" INTEGER NOT NULL,
  "Touched" INTEGER NOT NULL,
  "TextId" INTEGER NULL,
  PRIMARY KEY ("Id", "RecordedIn")
) STRICT;

-- What a caseworker will remember, about a child or about none, the addresses by which a calendar is read elsewhere, and how a child is
-- reached.
CREATE TABLE "contact_card" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "contact_card_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "contact_card_child" ON "contact_card" ("ChildId");

CREATE TABLE "own_task" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "DueOn" date NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "own_task_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "own_task_child" ON "own_task" ("ChildId");

CREATE TABLE "own_reminder" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "DueOn" date NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "own_reminder_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "calendar_feed" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "From" date NOT NULL,
  "ClosedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "calendar_feed_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- Those who work beside the department: what they sent, what they were asked, and what was found about looks that a rule pointed at.
CREATE TABLE "sent_notification" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "SentAt" timestamp without time zone NOT NULL,
  "By" text NOT NULL,
  "Notifier" text NOT NULL,
  "BornOn" date NULL,
  "TakenOn" date NULL,
  "SetAside" text NULL,
  "SetAsideOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "sent_notification_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

ALTER TABLE "notification" ADD COLUMN "SentId" bigint NULL;

CREATE TABLE "partner_request" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Person" text NOT NULL,
  "On" date NOT NULL,
  "AskedBy" bigint NULL,
  "DueOn" date NOT NULL,
  "Basis" text NOT NULL,
  "AnsweredOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "partner_request_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "partner_request_child" ON "partner_request" ("ChildId");

CREATE TABLE "pattern_answer" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Rule" text NOT NULL,
  "Person" text NOT NULL,
  "Day" date NOT NULL,
  "LastLook" bigint NOT NULL,
  "By" text NOT NULL,
  "On" date NOT NULL,
  "Judged" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "pattern_answer_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- How an employee is reached at work; what was sent of news by e-mail, which is no part of the record; and the pieces of a large file.
CREATE TABLE "employee_contact" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "EmployeeId" bigint NOT NULL,
  "Wanted" boolean NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "employee_contact_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "mail_sent" (
  "Employee" bigint NOT NULL,
  "Told" text NOT NULL,
  "Sending" text NULL,
  "MailId" text NULL,
  "SentAt" timestamp with time zone NULL,
  "TriedAt" timestamp with time zone NULL,
  "Tries" bigint NOT NULL,
  "Fault" text NULL,
  PRIMARY KEY ("Employee")
);

ALTER TABLE "attachment_content" ADD COLUMN "Part" bigint NULL;

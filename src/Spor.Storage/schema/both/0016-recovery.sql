-- Recovery programmes: what is planned, what is promised about each old case, who came and went, and what was published.
CREATE TABLE "recovery_programme" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "From" date NOT NULL,
  "TargetOn" date NOT NULL,
  "EndedOn" date NULL,
  "TeamId" bigint NULL,
  "Elements" text NOT NULL,
  "Order" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "recovery_programme_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "recovery_staffing" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProgrammeId" bigint NOT NULL,
  "On" date NOT NULL,
  "Kind" text NOT NULL,
  "People" bigint NOT NULL,
  "Element" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "recovery_staffing_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "published_numbers" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProgrammeId" bigint NOT NULL,
  "From" date NOT NULL,
  "To" date NOT NULL,
  "AtStart" bigint NOT NULL,
  "Closed" bigint NOT NULL,
  "NewAMonthHundredths" bigint NOT NULL,
  "AtEnd" bigint NOT NULL,
  "LoadAtStartHundredths" bigint NULL,
  "LoadAtEndHundredths" bigint NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "published_numbers_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "recovery_promise" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProgrammeId" bigint NOT NULL,
  "CaseId" bigint NOT NULL,
  "EmployeeId" bigint NOT NULL,
  "Week" date NOT NULL,
  "Element" text NULL,
  "Work" text NOT NULL,
  "MadeOn" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "recovery_promise_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "recovery_promise_child" ON "recovery_promise" ("ChildId");

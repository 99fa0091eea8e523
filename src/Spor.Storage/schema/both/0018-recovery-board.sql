-- The six themes of a recovery with their actions, and what the leadership team decided at its weekly board.
CREATE TABLE "recovery_action" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProgrammeId" bigint NOT NULL,
  "Theme" text NOT NULL,
  "EmployeeId" bigint NOT NULL,
  "DueOn" date NOT NULL,
  "State" text NOT NULL,
  "DoneOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "recovery_action_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "recovery_board" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "ProgrammeId" bigint NOT NULL,
  "Week" date NOT NULL,
  "HeldOn" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "recovery_board_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

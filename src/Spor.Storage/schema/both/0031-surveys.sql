-- Surveys: what is asked, how many links were given out, and what came out of the sealed boxes.
CREATE TABLE "survey" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Kind" text NOT NULL,
  "First" bigint NOT NULL,
  "Version" bigint NOT NULL,
  "WordsFor" text NOT NULL,
  "EmployeeId" bigint NOT NULL,
  "LastDay" date NOT NULL,
  "ClosedOn" date NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "survey_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "survey_links" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "SurveyId" bigint NOT NULL,
  "GroupNo" bigint NOT NULL,
  "Count" bigint NOT NULL,
  "GivenOn" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "survey_links_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "survey_answer" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "SurveyId" bigint NOT NULL,
  "GroupNo" bigint NOT NULL,
  "Month" date NOT NULL,
  "Values" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "survey_answer_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "survey_words" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "SurveyId" bigint NOT NULL,
  "GroupNo" bigint NOT NULL,
  "QuestionNo" bigint NOT NULL,
  "Month" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "survey_words_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

-- The box of a group: its unspent links and the answers that wait, sealed as one, so that no row says which link brought which answer. No part of the
-- record.
CREATE TABLE "survey_box" (
  "SurveyId" bigint NOT NULL,
  "GroupNo" bigint NOT NULL,
  "Body" bytea NOT NULL,
  PRIMARY KEY ("SurveyId", "GroupNo")
);

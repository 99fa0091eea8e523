-- Who may see what, as dated facts: roles that are given, those who have no employment, the drawn cases, and that somebody looked it all through.
CREATE TABLE "user" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "AddedBy" text NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "user_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "role_grant" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Person" text NOT NULL,
  "Role" text NOT NULL,
  "From" date NOT NULL,
  "To" date NULL,
  "TeamId" bigint NULL,
  "DistrictId" bigint NULL,
  "TargetGroup" text NULL,
  "AgeFrom" bigint NULL,
  "AgeTo" bigint NULL,
  "WithNames" boolean NOT NULL,
  "GivenBy" text NOT NULL,
  "Waits" boolean NOT NULL,
  "ConfirmedBy" text NULL,
  "ConfirmedOn" date NULL,
  "EndedBy" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "role_grant_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "role_review" (
  "Id" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "On" date NOT NULL,
  "By" text NOT NULL,
  "Running" bigint NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "role_review_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);

CREATE TABLE "sampled_case" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "GrantId" bigint NOT NULL,
  "On" date NOT NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  CONSTRAINT "sampled_case_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "sampled_case_child" ON "sampled_case" ("ChildId");

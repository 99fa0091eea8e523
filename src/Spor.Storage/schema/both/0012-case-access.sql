-- Access to one child beside what the roles give, and protection that was lifted.
CREATE TABLE "case_access" (
  "Id" bigint NOT NULL,
  "ChildId" bigint NOT NULL,
  "RecordedIn" bigint NOT NULL,
  "RetractedIn" bigint NULL,
  "Person" text NOT NULL,
  "Kind" text NOT NULL,
  "At" timestamp without time zone NOT NULL,
  "Until" timestamp without time zone NULL,
  "GivenBy" text NULL,
  "SeenBy" text NULL,
  "NotedBy" text NULL,
  "SourceKey" text NULL,
  "SourceHash" bigint NOT NULL,
  "Touched" boolean NOT NULL,
  "TextId" bigint NULL,
  CONSTRAINT "case_access_entry" FOREIGN KEY ("RecordedIn") REFERENCES "journal_entry" ("No"),
  PRIMARY KEY ("Id", "RecordedIn")
);
CREATE INDEX "case_access_child" ON "case_access" ("ChildId");

-- Who is signed in where. Ended by signing out, by a limit, or by somebody who may; no part of the record. The number itself stands in the cookie
-- alone: here is its keyed hash.
CREATE TABLE "session" (
  "Id" text NOT NULL,
  "Person" text NOT NULL,
  "Way" text NOT NULL,
  "StartedAt" timestamp with time zone NOT NULL,
  "SeenAt" timestamp with time zone NOT NULL,
  "FreshAt" timestamp with time zone NOT NULL,
  "EndedAt" timestamp with time zone NULL,
  "Outside" text NULL,
  PRIMARY KEY ("Id")
);
CREATE INDEX "session_person" ON "session" ("Person");

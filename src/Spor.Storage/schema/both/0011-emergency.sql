-- A preliminary decision is put into effect at a point of time, and its deadlines run from there.
ALTER TABLE "decision_proposal" ADD COLUMN "TakesEffectAt" timestamp without time zone NULL;

-- A letter to the child itself is told from one to somebody who is in nobody's file: each party has its own.
ALTER TABLE "letter" ADD COLUMN "ToChild" boolean NULL;

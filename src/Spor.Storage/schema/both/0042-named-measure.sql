-- A keyed hash of the measure that a line of the ledger names and nobody knew: the line is put to the measure when it comes.
ALTER TABLE "ledger_line" ADD COLUMN "NamesHash" bigint NULL;

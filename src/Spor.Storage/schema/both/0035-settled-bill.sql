-- What a line of the ledger said when it was put to a measure, so that the bill is known again under another id.
ALTER TABLE "ledger_match" ADD COLUMN "Account" text NULL;
ALTER TABLE "ledger_match" ADD COLUMN "AmountOre" bigint NULL;
-- The line named a measure that nobody knew: it is told of apart, and not as one that names none.
ALTER TABLE "ledger_line" ADD COLUMN "NamesUnknown" boolean NULL;

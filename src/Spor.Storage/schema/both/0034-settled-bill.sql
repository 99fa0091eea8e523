-- What a line of the ledger said when it was put to a measure, so that the bill is known again under another id.
ALTER TABLE "ledger_match" ADD COLUMN "Account" text NULL;
ALTER TABLE "ledger_match" ADD COLUMN "AmountOre" bigint NULL;

-- Which decision a conversation with the child was about.
ALTER TABLE "conversation" ADD COLUMN "Matter" text NULL;

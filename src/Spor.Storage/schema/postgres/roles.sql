-- Optional, run by the database's owner, not by Spor: a role for the application that can read and add, but never change or delete an entry.
-- With it, the owner runs "spor serve" or "spor check" once after an update to bring the schema up to date.
--   CREATE ROLE spor_app LOGIN PASSWORD '…';
GRANT USAGE ON SCHEMA public TO spor_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO spor_app;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO spor_app;
REVOKE INSERT ON "schema_version", "journal_head" FROM spor_app;
GRANT UPDATE ON "journal_head" TO spor_app;
-- A fact row's life ends once, and a lawful erasure takes what is sealed of the source's key; nothing else of it changes.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'RetractedIn'
  LOOP
    EXECUTE format('GRANT UPDATE ("RetractedIn", "SourceKey") ON %I TO spor_app', t);
  END LOOP;
END $$;
-- A lawful erasure empties a text.
GRANT UPDATE ("Body", "ErasedAt", "ErasedIn") ON "text" TO spor_app;
-- A draft is no part of the record: it is overwritten while one types.
GRANT UPDATE, DELETE ON "draft" TO spor_app;
-- The sealed box of a survey is written anew for each answer, and is gone when the survey is closed.
GRANT UPDATE, DELETE ON "survey_box" TO spor_app;
-- What was sent by e-mail is written down before and after.
GRANT UPDATE, DELETE ON "mail_sent" TO spor_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "chain_start", "keys_sealed", "journal_entry", "import", "access_log", "access_log_child", "look_anchor", "report_file" FROM spor_app;

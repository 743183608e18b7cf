-- Counts code patterns by language and type, in the tables of memories' tally.
CREATE FUNCTION codex_processed.tally_patterns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.tally WHERE kind = 'pattern';
        DELETE FROM codex_processed.tally_ledger WHERE kind = 'pattern';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER tally_insert AFTER INSERT ON codex_processed.code_patterns
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();
CREATE TRIGGER tally_delete AFTER DELETE ON codex_processed.code_patterns
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();
CREATE TRIGGER tally_update AFTER UPDATE ON codex_processed.code_patterns
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();
CREATE TRIGGER tally_truncate AFTER TRUNCATE ON codex_processed.code_patterns
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();

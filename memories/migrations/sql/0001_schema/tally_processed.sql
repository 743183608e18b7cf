-- Counts processings and embeddings.
CREATE FUNCTION codex_processed.tally_processed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.tally WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM codex_processed.tally_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', count(embeddings) FROM new_rows HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', -count(embeddings) FROM old_rows HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER tally_insert AFTER INSERT ON codex_processed.processed_memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_delete AFTER DELETE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_update AFTER UPDATE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_truncate AFTER TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();

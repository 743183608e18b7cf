-- Counts processings and embeddings.
ALTER FUNCTION tally_processed() RENAME TO count_processed;
CREATE OR REPLACE FUNCTION count_processed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM counter_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', count(embeddings) FROM new_rows HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', -count(embeddings) FROM old_rows HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
END
$$;
ALTER TRIGGER tally_insert ON processed_memories RENAME TO count_insert;
ALTER TRIGGER tally_delete ON processed_memories RENAME TO count_delete;
ALTER TRIGGER tally_update ON processed_memories RENAME TO count_update;
ALTER TRIGGER tally_truncate ON processed_memories RENAME TO count_truncate;

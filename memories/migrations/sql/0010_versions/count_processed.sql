-- Counts processings; count_embedded counts embeddings.
CREATE OR REPLACE FUNCTION count_processed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind = 'processed';
        DELETE FROM counter_ledger WHERE kind = 'processed';
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER count_update ON processed_memories;

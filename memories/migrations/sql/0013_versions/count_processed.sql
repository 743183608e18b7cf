-- Counts processings for each project; count_embedded counts embeddings.
CREATE OR REPLACE FUNCTION count_processed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind = 'processed';
        DELETE FROM counter_ledger WHERE kind = 'processed';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;

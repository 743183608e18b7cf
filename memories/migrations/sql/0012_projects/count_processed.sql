-- Counts processings and embeddings for each project.
CREATE OR REPLACE FUNCTION count_processed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM counter_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', count(*) FROM new_rows GROUP BY 2
        UNION ALL
        SELECT 'with_embeddings', coalesce(project, ''), '', count(embeddings) FROM new_rows
        GROUP BY 2 HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', -count(*) FROM old_rows GROUP BY 2
        UNION ALL
        SELECT 'with_embeddings', coalesce(project, ''), '', -count(embeddings) FROM old_rows
        GROUP BY 2 HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
END
$$;

-- Counts code patterns by language and type, for each project.
CREATE OR REPLACE FUNCTION count_patterns() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind = 'pattern';
        DELETE FROM counter_ledger WHERE kind = 'pattern';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'pattern', coalesce(project, ''), language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2, 3;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'pattern', coalesce(project, ''), language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2, 3;
    END IF;
    RETURN NULL;
END
$$;

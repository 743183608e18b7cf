-- Counts code patterns by language and type, in the same tables as memories' counters.
ALTER FUNCTION tally_patterns() RENAME TO count_patterns;
CREATE OR REPLACE FUNCTION count_patterns() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind = 'pattern';
        DELETE FROM counter_ledger WHERE kind = 'pattern';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;
ALTER TRIGGER tally_insert ON code_patterns RENAME TO count_insert;
ALTER TRIGGER tally_delete ON code_patterns RENAME TO count_delete;
ALTER TRIGGER tally_update ON code_patterns RENAME TO count_update;
ALTER TRIGGER tally_truncate ON code_patterns RENAME TO count_truncate;

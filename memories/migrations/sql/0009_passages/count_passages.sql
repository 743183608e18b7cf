-- Counts passages.
CREATE FUNCTION count_passages() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'passages', '', count(*) FROM new_rows HAVING count(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'passages', '', -count(*) FROM old_rows HAVING count(*) > 0;
    ELSE
        DELETE FROM counters WHERE kind = 'passages';
        DELETE FROM counter_ledger WHERE kind = 'passages';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_insert AFTER INSERT ON passages REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE TRIGGER count_delete AFTER DELETE ON passages REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE TRIGGER count_truncate AFTER TRUNCATE ON passages
    FOR EACH STATEMENT EXECUTE FUNCTION count_passages();

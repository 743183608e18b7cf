-- Counts the memories with an embedding. Until now embeddings were counted, also those of former processings.
CREATE FUNCTION count_embedded() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', count(*) FROM new_rows GROUP BY project;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', -count(*) FROM old_rows GROUP BY project;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', sum(amount) FROM (
            SELECT project, 1 AS amount FROM new_rows UNION ALL SELECT project, -1 FROM old_rows
        ) AS differences GROUP BY project HAVING sum(amount) <> 0;
    ELSE
        DELETE FROM counters WHERE kind = 'with_embeddings';
        DELETE FROM counter_ledger WHERE kind = 'with_embeddings';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_insert AFTER INSERT ON embedded_memories REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_embedded();
CREATE TRIGGER count_delete AFTER DELETE ON embedded_memories REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_embedded();
CREATE TRIGGER count_update AFTER UPDATE ON embedded_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_embedded();
CREATE TRIGGER count_truncate AFTER TRUNCATE ON embedded_memories
    FOR EACH STATEMENT EXECUTE FUNCTION count_embedded();

WITH counted AS (
    SELECT amount FROM counters WHERE kind = 'with_embeddings' AND project = '*'
    UNION ALL
    SELECT amount FROM counter_ledger WHERE kind = 'with_embeddings'
), difference AS (
    SELECT (SELECT count(*) FROM embedded_memories) - (SELECT coalesce(sum(amount), 0) FROM counted) AS amount
)
INSERT INTO counter_ledger (kind, key, amount) SELECT 'with_embeddings', '', amount FROM difference WHERE amount <> 0;

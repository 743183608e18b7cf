-- Erases with a deletion the rows that are kept with it.
CREATE FUNCTION erase_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    kept text;
BEGIN
    FOR kept IN SELECT 'deleted_' || name FROM kept_tables WHERE name <> 'memories' LOOP
        IF TG_OP = 'TRUNCATE' THEN
            EXECUTE format('TRUNCATE %I', kept);
        ELSE
            EXECUTE format('DELETE FROM %I AS kept USING old_rows WHERE kept.deletion = old_rows.deletion', kept);
        END IF;
    END LOOP;
    DELETE FROM former_successors AS former
    WHERE NOT EXISTS (SELECT FROM deleted_memories WHERE id = former.successor)
        AND NOT EXISTS (SELECT FROM deleted_memories WHERE id = former.predecessor);
    RETURN NULL;
END
$$;
CREATE TRIGGER erase_delete AFTER DELETE ON deleted_memories REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION erase_deleted();
CREATE TRIGGER erase_truncate AFTER TRUNCATE ON deleted_memories
    FOR EACH STATEMENT EXECUTE FUNCTION erase_deleted();

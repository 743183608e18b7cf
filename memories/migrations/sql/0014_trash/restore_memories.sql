-- Restores deletions, each as a whole, and returns what it restored. One whose id or content is stored again stays as it
-- is. Of two with the same content, the newer is restored.
-- The rows are inserted like any others, so that triggers write all that searches and counters read.
CREATE FUNCTION restore_memories(deletions bigint[]) RETURNS TABLE (deletion bigint, id uuid, content_hash varchar)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
    restored bigint[];
    source text;
BEGIN
    -- Whoever restores or erases the same ones waits, and then finds them gone.
    PERFORM FROM deleted_memories WHERE deletion = ANY (deletions) ORDER BY deletion FOR UPDATE;
    EXECUTE format(
        'WITH chosen AS MATERIALIZED (
            SELECT DISTINCT ON (id) * FROM deleted_memories WHERE deletion = ANY ($1) ORDER BY id, deletion DESC
        ), inserted AS (
            INSERT INTO memories (%1$s) OVERRIDING SYSTEM VALUE
            SELECT %1$s FROM chosen ORDER BY deletion DESC ON CONFLICT DO NOTHING RETURNING id
        )
        SELECT array_agg(deletion) FROM chosen JOIN inserted USING (id)', kept_columns('memories', true)
    ) INTO restored USING deletions;
    FOR source IN SELECT name FROM kept_tables WHERE name <> 'memories' ORDER BY name LOOP
        EXECUTE format(
            'INSERT INTO %I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %3$I WHERE deletion = ANY ($1)',
            source, kept_columns(source, true), 'deleted_' || source
        ) USING restored;
    END LOOP;
    PERFORM restore_successors(ARRAY(SELECT id FROM deleted_memories WHERE deletion = ANY (restored)));
    RETURN QUERY DELETE FROM deleted_memories WHERE deletion = ANY (restored) RETURNING deletion, id, content_hash;
END
$$;

-- Finds the successors of restored memories, and has them supersede whom they had superseded, unless another memory has
-- superseded those meanwhile.
CREATE FUNCTION restore_successors(restored uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    memory record;
    successor_id uuid;
BEGIN
    FOR memory IN
        SELECT id, project, superseded_by, superseded_at FROM memories
        WHERE id = ANY (restored) AND superseded_by IS NOT NULL ORDER BY id
    LOOP
        -- The nearest successor that is not deleted.
        successor_id := memory.superseded_by;
        WHILE successor_id IS NOT NULL
            AND NOT EXISTS (SELECT FROM memories WHERE id = successor_id AND project = memory.project)
        LOOP
            successor_id := (
                SELECT superseded_by FROM deleted_memories WHERE id = successor_id ORDER BY deletion DESC LIMIT 1
            );
        END LOOP;
        IF successor_id IS DISTINCT FROM memory.superseded_by THEN
            INSERT INTO former_successors (successor, predecessor, superseded_at, passed_to)
            VALUES (memory.superseded_by, memory.id, memory.superseded_at, successor_id)
            ON CONFLICT (successor, predecessor) DO UPDATE SET passed_to = excluded.passed_to;
            UPDATE memories SET
                superseded_by = successor_id,
                superseded_at = CASE WHEN successor_id IS NULL THEN NULL ELSE superseded_at END
            WHERE id = memory.id;
        END IF;
    END LOOP;
    WITH due AS (
        DELETE FROM former_successors AS former USING memories AS successor, memories AS predecessor
        WHERE (former.successor = ANY (restored) OR former.predecessor = ANY (restored))
            AND successor.id = former.successor AND predecessor.id = former.predecessor
        RETURNING former.*, successor.project
    ), nearest AS (
        -- If a predecessor was passed on from one to the next, the first of them supersedes it; if it was superseded
        -- several times, the last one.
        SELECT DISTINCT ON (predecessor) * FROM due WHERE NOT EXISTS (
            SELECT FROM due AS earlier
            WHERE earlier.predecessor = due.predecessor AND earlier.passed_to = due.successor
        )
        ORDER BY predecessor, superseded_at DESC, successor
    )
    UPDATE memories SET superseded_by = due.successor, superseded_at = due.superseded_at FROM nearest AS due
    WHERE memories.id = due.predecessor AND memories.project = due.project
        AND (memories.superseded_by IS NULL OR memories.superseded_by = due.passed_to);
END
$$;

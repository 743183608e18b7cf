-- Who superseded a memory, whether they are deleted or not, and when.
CREATE FUNCTION successors_of(memory uuid) RETURNS TABLE (successor uuid, superseded_at timestamptz)
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    SELECT superseded_by, superseded_at FROM memories WHERE id = memory AND superseded_by IS NOT NULL
    UNION
    SELECT superseded_by, superseded_at FROM (
        SELECT superseded_by, superseded_at FROM deleted_memories
        WHERE id = memory AND NOT EXISTS (SELECT FROM memories WHERE id = memory)
        ORDER BY deletion DESC LIMIT 1
    ) AS deleted WHERE superseded_by IS NOT NULL
    UNION
    SELECT former.successor, former.superseded_at FROM former_successors AS former WHERE predecessor = memory
$$;

-- Who superseded a memory, who superseded those, and so on.
CREATE FUNCTION all_successors_of(memory uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    WITH RECURSIVE reached AS (
        SELECT successor FROM successors_of(memory)
        UNION
        SELECT next.successor FROM reached, successors_of(reached.successor) AS next
    )
    SELECT successor FROM reached
$$;

-- The successors of a memory up to the first on each way that is not deleted. Several are not if one was restored, or if
-- another memory superseded it after one was deleted.
CREATE FUNCTION nearest_successors_of(memory uuid)
RETURNS TABLE (successor uuid, superseded_at timestamptz, is_deleted boolean)
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    WITH RECURSIVE reached AS (
        SELECT found.successor, found.superseded_at,
            NOT EXISTS (SELECT FROM memories WHERE id = found.successor) AS is_deleted
        FROM successors_of(memory) AS found
        UNION
        SELECT next.successor, reached.superseded_at, NOT EXISTS (SELECT FROM memories WHERE id = next.successor)
        FROM reached, successors_of(reached.successor) AS next WHERE reached.is_deleted
    )
    SELECT reached.successor, max(reached.superseded_at), reached.is_deleted FROM reached GROUP BY 1, 3
$$;

-- Finds the successors of restored memories, and of those that these had superseded: the nearest that is not deleted.
-- What another memory has superseded meanwhile stays with that one.
CREATE OR REPLACE FUNCTION restore_successors(restored uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    memory record;
    nearest record;
BEGIN
    FOR memory IN
        SELECT id, project, superseded_by, superseded_at FROM memories
        WHERE id = ANY (restored)
            AND (superseded_by IS NOT NULL OR EXISTS (SELECT FROM former_successors WHERE predecessor = id))
        UNION
        SELECT id, project, memories.superseded_by, memories.superseded_at
        FROM former_successors JOIN memories ON id = predecessor WHERE successor = ANY (restored)
        ORDER BY id
    LOOP
        SELECT found.successor, found.superseded_at INTO nearest
        FROM nearest_successors_of(memory.id) AS found JOIN memories ON memories.id = found.successor
        WHERE memories.project = memory.project AND NOT EXISTS (
            SELECT FROM nearest_successors_of(memory.id) AS nearer
            WHERE NOT nearer.is_deleted AND nearer.successor <> found.successor
                AND found.successor IN (SELECT all_successors_of(nearer.successor))
        )
        ORDER BY found.successor = memory.superseded_by DESC NULLS LAST, found.superseded_at DESC, found.successor
        LIMIT 1;
        CONTINUE WHEN nearest.successor IS NOT DISTINCT FROM memory.superseded_by;
        -- If one of these is restored, it supersedes the memory again.
        INSERT INTO former_successors (successor, predecessor, superseded_at)
        SELECT successor, memory.id, superseded_at FROM nearest_successors_of(memory.id) WHERE is_deleted
        ON CONFLICT DO NOTHING;
        UPDATE memories SET superseded_by = nearest.successor, superseded_at = nearest.superseded_at
        WHERE id = memory.id;
    END LOOP;
    DELETE FROM former_successors AS former USING memories AS successor, memories AS predecessor
    WHERE (former.successor = ANY (restored) OR former.predecessor = ANY (restored))
        AND successor.id = former.successor AND predecessor.id = former.predecessor;
END
$$;

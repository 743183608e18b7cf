-- When memories are deleted, those that they had superseded pass to the nearest successor that is left. Without one they
-- become current again. Once for a statement, because a memory and its successor may be deleted by the same one.
CREATE OR REPLACE FUNCTION pass_on_predecessors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- More than once if this one waits below for the deletion of a predecessor, which meanwhile passes its own
    -- predecessors on to a memory that this statement deletes. Predecessors are looked up memory by memory, by subqueries
    -- that no plan turns into joins.
    WHILE EXISTS (
        SELECT FROM old_rows WHERE (SELECT id FROM memories WHERE superseded_by = old_rows.id LIMIT 1) IS NOT NULL
    ) LOOP
        WITH RECURSIVE passed AS (
            SELECT predecessor.id AS predecessor, predecessor.superseded_at, old_rows.id AS formerly_by,
                old_rows.id AS successor, old_rows.superseded_by AS passed_to
            FROM old_rows CROSS JOIN LATERAL (
                SELECT id, superseded_at FROM memories WHERE superseded_by = old_rows.id OFFSET 0
            ) AS predecessor
            UNION ALL
            SELECT predecessor, passed.superseded_at, formerly_by, old_rows.id, old_rows.superseded_by
            FROM passed JOIN old_rows ON old_rows.id = passed_to
        ), recorded AS (
            INSERT INTO former_successors (successor, predecessor, superseded_at)
            SELECT successor, predecessor, superseded_at FROM passed WHERE trash_days() > 0
            UNION
            -- Who would supersede the successor again would supersede its predecessor, as long as that one is deleted.
            SELECT former.successor, passed.predecessor, passed.superseded_at
            FROM passed JOIN former_successors AS former ON former.predecessor = passed.successor
            WHERE trash_days() > 0
            ON CONFLICT (successor, predecessor) DO UPDATE SET superseded_at = excluded.superseded_at
        )
        UPDATE memories SET
            superseded_by = passed_to,
            superseded_at = CASE WHEN passed_to IS NULL THEN NULL ELSE memories.superseded_at END
        FROM passed
        WHERE memories.id = predecessor AND memories.superseded_by = formerly_by
            AND NOT EXISTS (SELECT FROM old_rows WHERE old_rows.id = passed_to);
    END LOOP;
    RETURN NULL;
END
$$;
-- It becomes a trigger of the statement.
CREATE OR REPLACE TRIGGER pass_on_predecessors AFTER DELETE ON memories REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION pass_on_predecessors();

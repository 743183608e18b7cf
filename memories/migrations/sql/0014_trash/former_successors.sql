-- Whom a deleted memory had superseded, so that restoring it supersedes them again.
CREATE TABLE former_successors (
    successor uuid NOT NULL,
    predecessor uuid NOT NULL,
    superseded_at timestamptz NOT NULL,
    passed_to uuid, -- who took the predecessor over; null if it became current
    PRIMARY KEY (successor, predecessor)
);
CREATE INDEX idx_former_successors_predecessor ON former_successors (predecessor);

-- When a memory is deleted, the memories that it had superseded pass to its own successor. Without one they become
-- current again.
CREATE FUNCTION pass_on_predecessors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF trash_days() > 0 THEN
        INSERT INTO former_successors (successor, predecessor, superseded_at, passed_to)
        SELECT OLD.id, id, superseded_at, OLD.superseded_by FROM memories WHERE superseded_by = OLD.id
        ON CONFLICT (successor, predecessor)
            DO UPDATE SET superseded_at = excluded.superseded_at, passed_to = excluded.passed_to;
    END IF;
    UPDATE memories SET
        superseded_by = OLD.superseded_by,
        superseded_at = CASE WHEN OLD.superseded_by IS NULL THEN NULL ELSE superseded_at END
    WHERE superseded_by = OLD.id;
    RETURN NULL;
END
$$;

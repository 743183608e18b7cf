-- When a memory is deleted, the memories that it had superseded pass to its own successor. Without one they become
-- current again.
CREATE FUNCTION pass_on_predecessors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE memories SET
        superseded_by = OLD.superseded_by,
        superseded_at = CASE WHEN OLD.superseded_by IS NULL THEN NULL ELSE superseded_at END
    WHERE superseded_by = OLD.id;
    RETURN NULL;
END
$$;

-- A memory and its successor belong to one project. One that moves away parts from the other.
CREATE FUNCTION part_from_other_projects() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE memories SET superseded_by = NULL, superseded_at = NULL
    WHERE superseded_by = NEW.id AND project <> NEW.project;
    UPDATE memories SET superseded_by = NULL, superseded_at = NULL
    WHERE id = NEW.id AND EXISTS (
        SELECT FROM memories AS successor
        WHERE successor.id = memories.superseded_by AND successor.project <> NEW.project
    );
    RETURN NULL;
END
$$;

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

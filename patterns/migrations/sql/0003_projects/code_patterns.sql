-- The project of the memory, so that searches filter by it, and patterns are still counted for it when they go with their
-- memory. An analysis writes it; a trigger does for other programs.
ALTER TABLE code_patterns ADD COLUMN project text;
CREATE TRIGGER set_project_of_memory BEFORE INSERT ON code_patterns
    FOR EACH ROW WHEN (NEW.project IS NULL) EXECUTE FUNCTION set_project_of_memory();

CREATE FUNCTION move_patterns() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE code_patterns SET project = NEW.project WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER move_patterns AFTER UPDATE OF project ON memories
    FOR EACH ROW WHEN (NEW.project <> OLD.project) EXECUTE FUNCTION move_patterns();

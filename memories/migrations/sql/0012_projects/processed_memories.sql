-- The project of the memory, so that processings are still counted for it when they go with their memory.
-- Null for those that exist, which belong to no project. A store writes it; a trigger does for other programs.
ALTER TABLE processed_memories ADD COLUMN project text;
CREATE FUNCTION set_project_of_memory() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    NEW.project := (SELECT project FROM memories WHERE id = NEW.memory_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER set_project_of_memory BEFORE INSERT ON processed_memories
    FOR EACH ROW WHEN (NEW.project IS NULL) EXECUTE FUNCTION set_project_of_memory();

-- A memory that moves takes along what belongs to it.
CREATE FUNCTION move_processed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE processed_memories SET project = NEW.project WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER move_processed AFTER UPDATE OF project ON memories
    FOR EACH ROW WHEN (NEW.project <> OLD.project) EXECUTE FUNCTION move_processed();

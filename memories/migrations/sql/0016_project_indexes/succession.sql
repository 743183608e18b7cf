-- Keeps successions whole. Only now, because each deletion looks predecessors up by the index above.
CREATE OR REPLACE TRIGGER pass_on_predecessors AFTER DELETE ON memories
    FOR EACH ROW EXECUTE FUNCTION pass_on_predecessors();
CREATE OR REPLACE TRIGGER part_from_other_projects AFTER UPDATE OF project ON memories
    FOR EACH ROW WHEN (NEW.project <> OLD.project) EXECUTE FUNCTION part_from_other_projects();

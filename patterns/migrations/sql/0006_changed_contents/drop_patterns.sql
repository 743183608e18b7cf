-- Drops the patterns of a memory whose content changes, whoever changes it: they describe what it said before.
-- Without the record of its analysis, the command `analyze_memories` analyses it again.
CREATE FUNCTION drop_patterns() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM code_patterns WHERE memory_id = NEW.id;
    DELETE FROM analysis_runs WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER drop_patterns AFTER UPDATE OF content ON memories
    FOR EACH ROW WHEN (NEW.content <> OLD.content) EXECUTE FUNCTION drop_patterns();

-- As before, and asked first, because most memories have no patterns, and the triggers of a DELETE run even if it deletes
-- nothing.
CREATE OR REPLACE FUNCTION drop_patterns() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF EXISTS (SELECT FROM code_patterns WHERE memory_id = NEW.id) THEN
        DELETE FROM code_patterns WHERE memory_id = NEW.id;
    END IF;
    IF EXISTS (SELECT FROM analysis_runs WHERE memory_id = NEW.id) THEN
        DELETE FROM analysis_runs WHERE memory_id = NEW.id;
    END IF;
    RETURN NULL;
END
$$;

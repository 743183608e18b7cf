-- Writes the text of each passage.
CREATE OR REPLACE FUNCTION maintain_passages() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM passages WHERE memory_id = NEW.id;
    END IF;
    IF NEW.search_vector IS NULL THEN
        INSERT INTO passages (memory_id, start, content, created_at, search_vector)
        SELECT NEW.id, start, passage, NEW.created_at,
            setweight(NEW.summary_vector, 'A') || setweight(NEW.context_vector, 'B')
                || setweight(words_vector(passage, NEW.language), 'C')
        FROM split_passages(NEW.content);
    END IF;
    RETURN NULL;
END
$$;
ALTER FUNCTION split_passages(text) SET search_path FROM CURRENT;

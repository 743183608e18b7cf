-- As before, and the vector of each passage has every position of a word.
CREATE OR REPLACE FUNCTION maintain_passages() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM passages WHERE memory_id = NEW.id;
    END IF;
    IF NEW.search_vector IS NULL THEN
        INSERT INTO passages (memory_id, start, content, created_at, search_vector)
        SELECT NEW.id, start, passage, NEW.created_at,
            fields_vector(NEW.summary_vector, NEW.context_vector, words_vector(passage, NEW.language))
        FROM split_passages(NEW.content);
    END IF;
    RETURN NULL;
END
$$;

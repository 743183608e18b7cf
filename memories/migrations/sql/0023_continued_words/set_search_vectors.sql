-- As before, with every position of a word.
CREATE OR REPLACE FUNCTION set_search_vectors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.language = '' THEN
        NEW.language := detect_language(NEW.summary || ' ' || NEW.context || ' ' || left(NEW.content, 500));
    END IF;
    IF NOT EXISTS (SELECT FROM languages WHERE name = NEW.language) THEN
        INSERT INTO languages (name) VALUES (NEW.language) ON CONFLICT DO NOTHING;
    END IF;
    NEW.summary_vector := words_vector(NEW.summary, NEW.language);
    NEW.context_vector := words_vector(NEW.context, NEW.language);
    NEW.search_vector := CASE WHEN octet_length(NEW.content) <= 6000 THEN
        fields_vector(NEW.summary_vector, NEW.context_vector, words_vector(NEW.content, NEW.language))
    END;
    RETURN NEW;
END
$$;

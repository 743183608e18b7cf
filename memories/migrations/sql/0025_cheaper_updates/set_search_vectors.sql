-- As before, and a change of the content alone keeps the vectors of summary and context. An update that changes no text
-- makes all of them anew: so a migration fills them after a change of the functions.
CREATE OR REPLACE FUNCTION set_search_vectors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.language = '' THEN
        NEW.language := detect_language(NEW.summary || ' ' || NEW.context || ' ' || left(NEW.content, 500));
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.content <> OLD.content AND NEW.summary = OLD.summary AND NEW.context = OLD.context
        AND NEW.language = OLD.language AND OLD.summary_vector IS NOT NULL AND OLD.context_vector IS NOT NULL
    THEN
        NEW.summary_vector := OLD.summary_vector;
        NEW.context_vector := OLD.context_vector;
    ELSE
        IF NOT EXISTS (SELECT FROM languages WHERE name = NEW.language) THEN
            INSERT INTO languages (name) VALUES (NEW.language) ON CONFLICT DO NOTHING;
        END IF;
        NEW.summary_vector := words_vector(NEW.summary, NEW.language);
        NEW.context_vector := words_vector(NEW.context, NEW.language);
    END IF;
    NEW.search_vector := CASE WHEN octet_length(NEW.content) <= 6000 THEN
        fields_vector(NEW.summary_vector, NEW.context_vector, words_vector(NEW.content, NEW.language))
    END;
    RETURN NEW;
END
$$;

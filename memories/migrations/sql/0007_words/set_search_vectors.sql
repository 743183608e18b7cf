-- Keeps what a memory is found by, whoever writes it.
CREATE FUNCTION set_search_vectors() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.language = '' THEN
        NEW.language := detect_language(NEW.summary || ' ' || NEW.context || ' ' || left(NEW.content, 300));
    END IF;
    IF NOT EXISTS (SELECT FROM languages WHERE name = NEW.language) THEN
        INSERT INTO languages (name) VALUES (NEW.language) ON CONFLICT DO NOTHING;
    END IF;
    NEW.summary_vector := words_vector(NEW.summary, NEW.language);
    NEW.context_vector := words_vector(NEW.context, NEW.language);
    NEW.search_vector := setweight(NEW.summary_vector, 'A') || setweight(NEW.context_vector, 'B')
        || setweight(words_vector(left(NEW.content, 131072), NEW.language), 'C');
    RETURN NEW;
END
$$;
CREATE TRIGGER set_search_vectors BEFORE INSERT OR UPDATE OF content, context, summary, language ON memories
    FOR EACH ROW EXECUTE FUNCTION set_search_vectors();

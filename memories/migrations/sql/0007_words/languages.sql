-- The languages that memories have been stored in; a question is stemmed in each of them.
CREATE TABLE languages (
    name text PRIMARY KEY
);
INSERT INTO languages (name) VALUES ('english');

-- Starts anew when all memories are removed.
CREATE FUNCTION reset_languages() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM languages WHERE name <> 'english';
    RETURN NULL;
END
$$;
CREATE TRIGGER reset_languages AFTER TRUNCATE ON memories
    FOR EACH STATEMENT EXECUTE FUNCTION reset_languages();

-- The lexemes that have had more than 255 positions in a text, and how they were continued: 1 stands for "redis~1".
-- A phrase is looked for with these as well.
CREATE TABLE continued_words (
    lexeme text,
    continuation smallint,
    PRIMARY KEY (lexeme, continuation)
);

-- Starts anew when all memories are removed.
CREATE FUNCTION reset_continued_words() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM continued_words;
    RETURN NULL;
END
$$;
CREATE TRIGGER reset_continued_words AFTER TRUNCATE ON memories
    FOR EACH STATEMENT EXECUTE FUNCTION reset_continued_words();

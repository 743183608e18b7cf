-- The stems in a language of a text that `word_text` made; a part of `words_vector`.
CREATE FUNCTION stems_vector(words text, language text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    configuration CONSTANT regconfig := 'words_' || language;
    folded text := words;
    vector tsvector;
BEGIN
    IF octet_length(words) = length(words) THEN
        vector := to_tsvector(configuration, words);
    ELSE
        folded := without_accents(words);
        vector := to_tsvector(configuration, folded);
        IF folded <> words AND language NOT IN ('english', 'simple') THEN
            vector := (vector::text || ' ' || without_accents(to_tsvector(configuration, words)::text))::tsvector;
        END IF;
    END IF;
    IF language IN ('finnish', 'hungarian', 'turkish') THEN
        vector := (vector::text || ' ' || to_tsvector('words_simple', truncated_words(folded))::text)::tsvector;
    END IF;
    RETURN vector;
END
$$;

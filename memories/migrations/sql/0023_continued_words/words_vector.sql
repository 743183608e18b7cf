-- As before (0007_words), and with every position of a word. If some may have been lost, the text is read again in
-- pieces of so few words that none can be.
CREATE OR REPLACE FUNCTION words_vector(source text, language text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    words CONSTANT text := word_text(source);
    configuration CONSTANT regconfig := 'words_' || language;
    parts text := '';
    vector tsvector := stems_vector(words, language);
BEGIN
    IF source ~ '[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ]' THEN
        parts := without_accents(word_text(coalesce(identifier_parts(source), '')));
        vector := vector || to_tsvector(configuration, parts);
    END IF;
    IF octet_length(source) > 500 AND has_full_lexeme(vector) THEN
        vector := whole_vector(
            ARRAY(SELECT stems_vector(piece, language) FROM unnest(word_pieces(words)) AS piece)
            || ARRAY(SELECT to_tsvector(configuration, piece) FROM unnest(word_pieces(parts)) AS piece)
        );
    END IF;
    IF source ~ '(?:^|[^-\w])-[[:alpha:]]' THEN
        vector := vector || array_to_tsvector(ARRAY(
            SELECT DISTINCT left(case_folded(matched[1]), 100)
            FROM regexp_matches(source, '(?:^|[^-\w])(-[[:alpha:]]+)(?![-\w])', 'g') AS matched
        ));
    END IF;
    RETURN vector;
END
$$;

-- What a text is found by: its words without accents, by their stems in a language, the parts of its identifiers, and
-- its options as they are written.
-- In languages with many endings, the first five letters of each word count as well: stems alone miss too much
-- (McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text Retrieval", 2004).
-- Where stems depend on accents ("facturación" becomes "factur", "facturacion" does not), both are kept, at the same
-- positions: the text of a text search vector is one of both.
CREATE FUNCTION words_vector(source text, language text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    words CONSTANT text := word_text(source);
    configuration CONSTANT regconfig := 'words_' || language;
    folded text;
    vector tsvector;
BEGIN
    IF octet_length(words) = length(words) THEN
        folded := words;
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
    IF source ~ '[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ]' THEN
        vector := vector || to_tsvector(configuration, without_accents(word_text(coalesce(identifier_parts(source), ''))));
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

-- The words of a text to search for, in its order, as memories are found by them: each with its stems in all
-- languages that memories have, and whether it is a stop word in the language of the text.
CREATE FUNCTION question_words(source text) RETURNS TABLE (word text, lexemes text[], is_stop_word boolean)
LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
BEGIN ATOMIC
    SELECT token, ARRAY(
            SELECT DISTINCT stem FROM languages CROSS JOIN LATERAL (
                SELECT unnest(tsvector_to_array(to_tsvector(('words_' || name)::regconfig, folded)))
                UNION ALL
                SELECT without_accents(unnest(tsvector_to_array(to_tsvector(('words_' || name)::regconfig, token))))
                WHERE folded <> token
                UNION ALL
                SELECT truncated_words(folded) WHERE name IN ('finnish', 'hungarian', 'turkish')
            ) AS stems (stem) ORDER BY stem
        ),
        coalesce(ts_lexize((detected.language || '_stem')::regdictionary, token) = '{}', false)
    FROM ts_parse('default', word_text(source)) WITH ORDINALITY AS parsed (kind, token, place)
    CROSS JOIN LATERAL without_accents(token) AS folded
    CROSS JOIN detect_language(source) AS detected (language)
    WHERE kind NOT IN (12, 13, 23) AND octet_length(token) < 2000 -- blanks, and what no text search knows
    ORDER BY place;
END;

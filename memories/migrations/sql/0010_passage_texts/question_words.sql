-- Looks dictionaries up once: a question may have a thousand words. Numbers are not stemmed.
CREATE OR REPLACE FUNCTION question_words(source text) RETURNS TABLE (word text, lexemes text[], is_stop_word boolean)
LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
BEGIN ATOMIC
    WITH stemmers AS MATERIALIZED (
        SELECT ('words_' || name || '_stem')::regdictionary AS dictionary,
            name IN ('finnish', 'hungarian', 'turkish') AS truncates
        FROM languages WHERE name <> 'simple'
    ), detected AS MATERIALIZED (
        SELECT (detect_language(source) || '_stem')::regdictionary AS dictionary
    )
    SELECT token, CASE WHEN kind NOT IN (1, 2) THEN ARRAY[folded] ELSE ARRAY(
            SELECT DISTINCT stem FROM stemmers CROSS JOIN LATERAL (
                SELECT unnest(ts_lexize(dictionary, folded))
                UNION ALL
                SELECT without_accents(unnest(ts_lexize(dictionary, token))) WHERE folded <> token
                UNION ALL
                SELECT truncated_words(folded) WHERE truncates
            ) AS stems (stem) ORDER BY stem
        ) END,
        coalesce(ts_lexize(detected.dictionary, token) = '{}', false)
    FROM ts_parse('default', word_text(source)) WITH ORDINALITY AS parsed (kind, token, place)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN octet_length(token) = length(token) THEN token ELSE without_accents(token) END
    ) AS without (folded)
    CROSS JOIN detected
    WHERE kind NOT IN (12, 13, 23) AND octet_length(token) < 2000 -- blanks, and what no text search knows
    ORDER BY place;
END;

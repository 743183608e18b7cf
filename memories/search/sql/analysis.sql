-- name: words
-- The words of each text, in its order, and then those of its identifiers' parts.
-- The planner does not see the array behind SELECT: with it, it would plan the statement anew at each search, as it
-- expects more rows of an array that it does not know.
SELECT number, is_part, word, lexemes, is_stop_word
FROM unnest((SELECT %(texts)s::text[])) WITH ORDINALITY AS text (source, number) CROSS JOIN LATERAL (
    SELECT false AS is_part, * FROM question_words(source) WITH ORDINALITY
    UNION ALL
    SELECT true, * FROM question_words(identifier_parts(source)) WITH ORDINALITY
) AS words
ORDER BY number, is_part, ordinality

-- name: continued
-- The lexemes that continue some lexemes, where a text has more occurrences than a text search vector holds of one.
SELECT lexeme, lexeme || '~' || continuation FROM continued_words WHERE lexeme = ANY(%(lexemes)s::text[])
ORDER BY lexeme, continuation

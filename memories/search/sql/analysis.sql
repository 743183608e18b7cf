-- name: words
-- The words of each text, in its order, and then those of its identifiers' parts.
SELECT number, is_part, word, lexemes, is_stop_word
FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS text (source, number) CROSS JOIN LATERAL (
    SELECT false AS is_part, * FROM question_words(source) WITH ORDINALITY
    UNION ALL
    SELECT true, * FROM question_words(identifier_parts(source)) WITH ORDINALITY
) AS words
ORDER BY number, is_part, ordinality

-- name: words
-- The words of each text, and those of its identifiers' parts.
SELECT number, is_part, word, lexemes, is_stop_word
FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS text (source, number) CROSS JOIN LATERAL (
    SELECT false AS is_part, * FROM question_words(source)
    UNION ALL
    SELECT true, * FROM question_words(identifier_parts(source))
) AS words

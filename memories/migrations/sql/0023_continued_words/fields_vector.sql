-- The search vector of a memory or passage, of those of its fields. Remembers the words that it continues.
CREATE FUNCTION fields_vector(summary tsvector, context tsvector, content tsvector) RETURNS tsvector
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    vector tsvector := setweight(summary, 'A') || setweight(context, 'B') || setweight(content, 'C');
BEGIN
    IF has_full_lexeme(vector) THEN
        IF EXISTS (
            SELECT FROM unnest(vector) AS each JOIN unnest(summary || context) AS other USING (lexeme)
            WHERE cardinality(each.positions) >= 255
        ) THEN
            vector := whole_vector(ARRAY[setweight(summary, 'A'), setweight(context, 'B'), setweight(content, 'C')]);
        END IF;
        INSERT INTO continued_words (lexeme, continuation)
        SELECT split_part(each.lexeme, '~', 1), split_part(each.lexeme, '~', 2)::smallint AS continuation
        FROM unnest(vector) AS each WHERE each.lexeme LIKE '%~%' AND NOT EXISTS (
            SELECT FROM continued_words AS known
            WHERE known.lexeme || '~' || known.continuation = each.lexeme
                AND known.lexeme = split_part(each.lexeme, '~', 1)
        )
        ORDER BY 1, 2 -- so that two of them do not wait for each other
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN vector;
END
$$;

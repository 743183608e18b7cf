-- Text search vectors, each of one weight, one after the other as by `||`, but with every position: from the 256th one
-- of a lexeme on, the lexeme continued by "~1" has them, then by "~2". No word has a "~"; here it marks the end of a
-- vector.
-- Positions are moved by `||`, and copied as arrays: to read them one by one takes three times as long. In PL/pgSQL,
-- which keeps the plan.
CREATE FUNCTION whole_vector(vectors tsvector[]) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
    RETURN (
        WITH measured AS MATERIALIZED (
            SELECT number, vector, (
                SELECT positions[1] - 1 FROM unnest(vector || '''~'':1'::tsvector) AS of_vector WHERE lexeme = '~'
            ) AS last
            FROM unnest(vectors) WITH ORDINALITY AS each (vector, number)
        ), moved AS (
            SELECT number, CASE WHEN before > 0
                THEN format('''~'':%s', before)::tsvector || vector ELSE vector END AS vector
            FROM (
                SELECT *, sum(last) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) AS before
                FROM measured
            ) AS with_offsets
        ), lexemes AS (
            SELECT base, string_to_array(string_agg(
                array_to_string(positions, weights[1] || ',') || weights[1], ',' ORDER BY number, positions[1]
            ), ',') AS places
            FROM moved CROSS JOIN LATERAL unnest(vector) AS of_vector
            CROSS JOIN LATERAL split_part(lexeme, '~', 1) AS split (base)
            WHERE positions IS NOT NULL AND lexeme <> '~' GROUP BY base
        )
        SELECT coalesce(string_agg(
            '''' || replace(replace(base, '\', '\\'), '''', '''''')
                || CASE WHEN number > 0 THEN '~' || number ELSE '' END || ''':'
                || array_to_string(places[1 + 255 * number : 255 + 255 * number], ','),
            ' '
        ), '')::tsvector || array_to_tsvector(ARRAY(
            SELECT DISTINCT lexeme FROM unnest(vectors) AS each (vector) CROSS JOIN LATERAL unnest(vector) AS of_vector
            WHERE positions IS NULL
        ))
        FROM lexemes CROSS JOIN LATERAL generate_series(0, (cardinality(places) - 1) / 255) AS number
    );
END
$$;

-- The parts of the identifiers in a text, such as AccountService, getUserById, HTTPServerTimeout and sha256.
CREATE FUNCTION identifier_parts(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT string_agg(
        regexp_replace(regexp_replace(
            regexp_replace(matched[1], '([a-zß-öø-ÿ])([A-ZÀ-ÖØ-Þ])', '\1 \2', 'g'),
            '([A-ZÀ-ÖØ-Þ])([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])', '\1 \2', 'g'),
            '([A-Za-zÀ-ÖØ-öø-ÿ])(?=[0-9])|([0-9])(?=[A-Za-zÀ-ÖØ-öø-ÿ])', '\& ', 'g'),
        ' ')
    FROM regexp_matches(
        source,
        '[A-Za-z0-9À-ÖØ-öø-ÿ]*(?:[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ])[A-Za-z0-9À-ÖØ-öø-ÿ]*',
        'g'
    ) AS matched
);

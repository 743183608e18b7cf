-- Whether a lexeme has as many positions as a tsvector holds of one, so that others may have been lost.
-- Positions take two bytes each, and those of a lexeme two more. So the size tells how many there are beyond the first
-- of each lexeme; mostly too few, and then the positions themselves are not read, which would take ten times as long.
CREATE FUNCTION has_full_lexeme(vector tsvector) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    positioned CONSTANT tsvector := ts_filter(vector, '{a,b,c,d}');
BEGIN
    IF pg_column_size(positioned) - pg_column_size(strip(positioned)) < 4 * length(positioned) + 2 * 254 THEN
        RETURN false;
    END IF;
    RETURN EXISTS (
        SELECT FROM unnest(positioned) AS each (lexeme, positions, weights) WHERE cardinality(positions) >= 255
    );
END
$$;

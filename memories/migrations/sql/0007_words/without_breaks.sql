-- A text with spaces for the punctuation that PostgreSQL's parser would leave within a word: names, paths, addresses
-- and identifiers fall apart. Many calls of replace take a tenth of the time of one of translate, which compares each
-- character with each.
DO $$
DECLARE
    replaced text := 'source';
    punctuation text;
BEGIN
    FOREACH punctuation IN ARRAY string_to_array('. / _ - : @ = \ # ~ + * < > [ ] ( ) { } ` &', ' ') LOOP
        replaced := format('replace(%s, %L, '' '')', replaced, punctuation);
    END LOOP;
    EXECUTE 'CREATE FUNCTION without_breaks(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN '
        || replaced;
END
$$;

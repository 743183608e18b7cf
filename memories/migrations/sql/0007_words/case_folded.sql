-- A text in lower case, whatever the locale of the database is. Servers differ in what they have for that; version 18
-- is the first to fold "ß" and the final sigma.
DO $do$
DECLARE
    lowered text := CASE
        WHEN current_setting('server_version_num')::int >= 180000
            THEN 'casefold(source COLLATE pg_catalog.pg_unicode_fast)'
        WHEN current_setting('server_version_num')::int >= 170000 THEN 'lower(source COLLATE pg_catalog.pg_c_utf8)'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu')
            THEN 'lower(source COLLATE pg_catalog."und-x-icu")'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'C.utf8')
            THEN 'lower(source COLLATE pg_catalog."C.utf8")'
        ELSE 'lower(source)'
    END;
BEGIN
    EXECUTE format($function$
        CREATE FUNCTION case_folded(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN replace(translate(%s, 'ς', 'σ'), 'ß', 'ss')
    $function$, lowered);
END
$do$;

-- Writes the vectors of memories anew that may have lost positions of words. The trigger does it, as on each change of
-- the language; those without a language wait for background maintenance, which does the same.
DO $$
DECLARE
    after uuid := '00000000-0000-0000-0000-000000000000';
    last uuid;
    affected uuid[];
    each uuid;
BEGIN
    LOOP
        SELECT max(id::text)::uuid, array_agg(id ORDER BY id) FILTER (WHERE language <> '' AND CASE
            WHEN search_vector IS NOT NULL THEN has_full_lexeme(search_vector)
            ELSE EXISTS (SELECT FROM passages WHERE memory_id = id AND has_full_lexeme(passages.search_vector))
        END) INTO last, affected
        FROM (
            SELECT id, language, search_vector FROM memories WHERE id > after ORDER BY id LIMIT 1000
        ) AS following;
        EXIT WHEN last IS NULL;
        FOREACH each IN ARRAY coalesce(affected, '{}') LOOP
            UPDATE memories SET language = language WHERE id = each;
            COMMIT;
        END LOOP;
        after := last;
        COMMIT;
    END LOOP;
END
$$;

-- name: statistics
SELECT attname, most_common_elems::text::text[], most_common_elem_freqs
FROM pg_stats
WHERE tablename = 'memories' AND attname = ANY(%(columns)s) AND schemaname = (
    SELECT nspname FROM pg_namespace JOIN pg_class ON relnamespace = pg_namespace.oid
    WHERE pg_class.oid = 'memories'::regclass
)

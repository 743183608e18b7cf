-- name: invalid_indexes
SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1

-- name: nearest
SELECT relnamespace::regnamespace || '.' || relname, pg_relation_size(oid),
    (SELECT count(*) FROM quantized_embeddings), pg_stat_get_dead_tuples(indrelid)
FROM pg_class JOIN pg_index ON indexrelid = oid WHERE oid = to_regclass('idx_quantized_embeddings')

-- name: versions
SELECT current_setting('server_version'), (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
    pg_size_pretty(pg_database_size(current_database()))

-- name: connections
SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
    (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')

-- name: without_language
SELECT count(*) FROM memories WHERE language = ''

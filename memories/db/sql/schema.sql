-- name: encoding
SELECT current_setting('server_encoding')

-- name: pgvector_version
SELECT coalesce(installed_version, default_version) FROM pg_available_extensions WHERE name = 'vector'

-- name: lock
SELECT pg_try_advisory_lock(%(key)s)

-- name: embedding_dimensions
SELECT atttypmod FROM pg_attribute
WHERE attrelid = to_regclass('processed_memories') AND attname = 'embeddings'

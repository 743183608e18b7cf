-- name: merge_pending_lists
-- Only the owner of an index may merge its pending list.
SELECT gin_clean_pending_list(index.indexrelid)
FROM pg_index AS index JOIN pg_class AS relation ON relation.oid = index.indexrelid
WHERE indrelid IN ('memories'::regclass, 'embedded_memories'::regclass) AND indisvalid
    AND relam = (SELECT oid FROM pg_am WHERE amname = 'gin') AND pg_has_role(relowner, 'USAGE')

-- name: analyze
-- For PostgreSQL's planner.
ANALYZE memories

-- name: words_wait
SELECT EXISTS (SELECT FROM memories WHERE language = '')

-- name: index_words
-- Of memories that were stored before there were languages, the next ones: the trigger indexes their words anew.
UPDATE memories SET language = '' WHERE id IN (
    SELECT id FROM memories WHERE language = '' ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
)

-- name: purge
-- Of memories that were deleted more than TRASH_DAYS ago, the next ones.
DELETE FROM deleted_memories WHERE deletion IN (
    SELECT deletion FROM deleted_memories
    WHERE deleted_at <= statement_timestamp() - make_interval(days => trash_days())
    ORDER BY deleted_at LIMIT 100 FOR UPDATE SKIP LOCKED
)

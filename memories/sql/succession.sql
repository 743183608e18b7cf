-- name: lock
-- In the order of their ids, so that two stores that supersede the same memories do not wait for each other.
SELECT id, project, superseded_by FROM memories
WHERE id = ANY(%(ids)s::uuid[]) AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
ORDER BY id FOR UPDATE

-- name: supersede
UPDATE memories SET superseded_by = %(successor)s, superseded_at = statement_timestamp() WHERE id = ANY(%(ids)s::uuid[])

-- name: start_of_newest
-- The time from which on `count` memories were stored; no row if there are no more.
SELECT created_at FROM memories ORDER BY created_at DESC LIMIT 1 OFFSET %(count)s

-- name: last
-- When the newest memory was stored, among the times that have time buckets.
SELECT created_at FROM memories WHERE created_at < '9999-12-30' ORDER BY created_at DESC LIMIT 1

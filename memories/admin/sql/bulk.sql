-- name: delete
DELETE FROM memories WHERE id = ANY(%(ids)s) RETURNING id, content_hash

-- name: retag
-- A tag keeps its place. If the memory already has the new one, the first of the two stays. Without a new tag, the old
-- ones are removed.
UPDATE memories SET tags = (
    SELECT coalesce(array_agg(tag ORDER BY place), '{}')
    FROM (
        SELECT tag, min(place) AS place
        FROM (
            SELECT CASE WHEN tag = ANY(%(old)s) THEN %(new)s ELSE tag END AS tag, place
            FROM unnest(tags) WITH ORDINALITY AS given (tag, place)
        ) AS renamed
        WHERE tag IS NOT NULL
        GROUP BY tag
    ) AS kept
)
WHERE id = ANY(%(ids)s) AND tags && %(old)s
RETURNING id, content_hash

-- name: move
-- One whose content the project has already stays where it is. Of several with the same content one moves: the newest of
-- those that no other has superseded.
WITH chosen AS MATERIALIZED (
    SELECT id, content_hash, superseded_by, created_at FROM memories
    WHERE id = ANY(%(ids)s) AND project <> %(project)s ORDER BY id FOR UPDATE
), movable AS MATERIALIZED (
    SELECT DISTINCT ON (content_hash) id FROM chosen
    WHERE NOT EXISTS (
        SELECT FROM memories AS other WHERE other.project = %(project)s AND other.content_hash = chosen.content_hash
    )
    ORDER BY content_hash, superseded_by IS NOT NULL, created_at DESC, id
)
UPDATE memories SET project = %(project)s FROM movable WHERE memories.id = movable.id
RETURNING memories.id, memories.content_hash

-- name: successions
-- These memories with all their predecessors and successors. The lateral join looks each up in its own index; with OR in
-- one condition PostgreSQL uses neither.
WITH RECURSIVE kin AS (
    SELECT id, superseded_by FROM memories WHERE id = ANY(%(ids)s)
    UNION
    SELECT found.id, found.superseded_by FROM kin CROSS JOIN LATERAL (
        SELECT id, superseded_by FROM memories WHERE superseded_by = kin.id
        UNION ALL
        SELECT id, superseded_by FROM memories WHERE id = kin.superseded_by
    ) AS found
)
SELECT id FROM kin

-- name: now
SELECT clock_timestamp()

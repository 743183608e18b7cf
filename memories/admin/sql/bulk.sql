-- name: delete
DELETE FROM memories WHERE id = ANY(%(ids)s) RETURNING id, content_hash

-- name: retag
-- A tag keeps its place. If the memory already has the new one, the first of both stays. Without a new tag, the old
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

-- name: now
SELECT clock_timestamp()

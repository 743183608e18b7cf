-- name: states
-- What memories said at a moment, if they have changed since. A column held then what its first change from then on
-- replaced; one that has not changed since is null. Versions up to the last one that belonged to none of `projects` are
-- hidden, and the next one is shown instead; null hides none.
SELECT former.memory_id, former.version, former.valid_from,
    coalesce((
        SELECT changed_by FROM memory_versions
        WHERE memory_id = former.memory_id AND version < former.version ORDER BY version DESC LIMIT 1
    ), stored_by),
    first_content.preview, first_content.length, encode(first_content.hash, 'hex'),
    (
        SELECT context FROM memory_versions WHERE memory_id = former.memory_id AND version >= former.version
            AND context IS NOT NULL ORDER BY version LIMIT 1
    ), (
        SELECT summary FROM memory_versions WHERE memory_id = former.memory_id AND version >= former.version
            AND summary IS NOT NULL ORDER BY version LIMIT 1
    ), (
        SELECT tags FROM memory_versions WHERE memory_id = former.memory_id AND version >= former.version
            AND tags IS NOT NULL ORDER BY version LIMIT 1
    ), (
        SELECT metadata FROM memory_versions WHERE memory_id = former.memory_id AND version >= former.version
            AND metadata IS NOT NULL ORDER BY version LIMIT 1
    )
FROM (
    SELECT DISTINCT ON (memory_id) memory_id, version, valid_from FROM memory_versions LEFT JOIN (
        SELECT memory_id, max(version) AS last FROM memory_versions
        WHERE memory_id = ANY(%(ids)s::uuid[]) AND project <> ALL(%(projects)s::text[]) GROUP BY memory_id
    ) AS hidden USING (memory_id)
    WHERE memory_id = ANY(%(ids)s::uuid[]) AND valid_to > %(as_of)s AND version > coalesce(hidden.last, 0)
    ORDER BY memory_id, version
) AS former JOIN memories ON memories.id = former.memory_id LEFT JOIN LATERAL (
    SELECT left(content, %(content_chars)s) AS preview, length(content), sha256(convert_to(content, 'UTF8')) AS hash
    FROM memory_versions WHERE memory_id = former.memory_id AND version >= former.version AND content IS NOT NULL
    ORDER BY version LIMIT 1
) AS first_content (preview, length, hash) ON true

-- name: content
SELECT content, version, project FROM memories
WHERE id = %(memory_id)s AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))

-- name: exists
SELECT 1 FROM memories
WHERE id = %(memory_id)s AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))

-- name: lock
-- A second analysis of this memory waits for the first. No row is returned if the memory was changed or deleted
-- meanwhile. This is the weakest lock that excludes itself: readers and the foreign keys of other tables do not wait for
-- it.
SELECT now() FROM memories WHERE id = %(memory_id)s AND version = %(version)s FOR NO KEY UPDATE

-- name: delete
DELETE FROM code_patterns USING memories
WHERE memory_id = memories.id AND memory_id = %(memory_id)s AND version = %(version)s
    AND code_patterns.language = %(language)s

-- name: insert
-- From `memories`, so that nothing is inserted for a changed or deleted memory, and no error is raised.
INSERT INTO code_patterns (
    id, memory_id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, project
)
SELECT found.id, memories.id, found.pattern_type, found.pattern_signature, found.frequency, found.confidence,
       found.ast_features, %(language)s, now(), memories.project
FROM memories, unnest(
    %(ids)s::uuid[], %(types)s::text[], %(signatures)s::text[], %(frequencies)s::real[], %(confidences)s::real[],
    %(features)s::jsonb[]
) AS found (id, pattern_type, pattern_signature, frequency, confidence, ast_features)
WHERE memories.id = %(memory_id)s AND memories.version = %(version)s

-- name: record
INSERT INTO analysis_runs (memory_id, language, fingerprint, analysed_at)
SELECT id, %(language)s, %(fingerprint)s, now() FROM memories WHERE id = %(memory_id)s AND version = %(version)s
ON CONFLICT (memory_id, language) DO UPDATE SET fingerprint = excluded.fingerprint, analysed_at = excluded.analysed_at

-- name: of_memory
SELECT
    id, memory_id, pattern_type, pattern_signature, frequency, confidence, language, ast_features, discovered_at
FROM code_patterns
WHERE memory_id = %(memory_id)s
    AND (%(projects)s::text[] IS NULL OR coalesce(project, '') = ANY(%(projects)s::text[]))
ORDER BY frequency DESC, confidence DESC, language, pattern_type, pattern_signature COLLATE "C" LIMIT %(limit)s

-- name: search
-- A share of 1.0 is common, because the only occurrence of a type has it. Of equal shares, the one with the higher
-- confidence comes first.
SELECT
    id, memory_id, pattern_type, pattern_signature, frequency, confidence, language, ast_features, discovered_at
FROM code_patterns
WHERE pattern_type = %(pattern_type)s
  AND (%(language)s::text IS NULL OR language = %(language)s)
  AND pattern_signature ILIKE ALL (%(words)s::text[])
ORDER BY frequency DESC, confidence DESC, id LIMIT %(limit)s

-- name: search_in_projects
-- The first of each project, which its index yields in order, merged.
SELECT found.* FROM unnest(%(projects)s::text[]) AS wanted (project) CROSS JOIN LATERAL (
    SELECT
        id, memory_id, pattern_type, pattern_signature, frequency, confidence, language, ast_features, discovered_at
    FROM code_patterns
    WHERE coalesce(project, '') = wanted.project
        AND pattern_type = %(pattern_type)s
        AND (%(language)s::text IS NULL OR language = %(language)s)
        AND pattern_signature ILIKE ALL (%(words)s::text[])
    ORDER BY frequency DESC, confidence DESC, id LIMIT %(limit)s
) AS found
ORDER BY frequency DESC, confidence DESC, id LIMIT %(limit)s

-- name: counts
-- One pass for all counts; the column that is not null tells by what a row is grouped.
SELECT pattern_type, language, day, count(*)
FROM (
    SELECT pattern_type, language, (discovered_at AT TIME ZONE 'UTC')::date AS day FROM code_patterns
    WHERE discovered_at BETWEEN %(from_date)s AND %(to_date)s
        AND (%(projects)s::text[] IS NULL OR coalesce(project, '') = ANY(%(projects)s::text[]))
) AS discovered
GROUP BY GROUPING SETS ((pattern_type), (language), (day))
ORDER BY count(*) DESC, pattern_type, language, day

-- name: top
SELECT pattern_type, language, pattern_signature, count(*) AS memories,
       sum((ast_features ->> 'occurrences')::bigint)::bigint AS occurrences
FROM code_patterns
WHERE discovered_at BETWEEN %(from_date)s AND %(to_date)s
    AND (%(projects)s::text[] IS NULL OR coalesce(project, '') = ANY(%(projects)s::text[]))
GROUP BY pattern_type, language, pattern_signature
ORDER BY memories DESC, occurrences DESC NULLS LAST, pattern_type, language, pattern_signature COLLATE "C"
LIMIT %(top)s

-- What belongs to memories, as `memories.moving.parts.Part` describes it.

-- name: read_patterns
SELECT memory_id, (SELECT row_to_json(fields)::text FROM (
        SELECT pattern.id, pattern_type, pattern_signature, frequency, confidence, language, discovered_at
    ) AS fields),
    ast_features::text AS ast_features
FROM code_patterns AS pattern WHERE memory_id = ANY(%(ids)s::uuid[])
ORDER BY memory_id, language, pattern_type, pattern_signature COLLATE "C"

-- name: write_patterns
INSERT INTO code_patterns (
    id, memory_id, project, pattern_type, pattern_signature, frequency, confidence, language, discovered_at, ast_features
)
SELECT coalesce(fields.id, gen_random_uuid()), given.memory_id, given.project, fields.pattern_type,
    fields.pattern_signature, fields.frequency, fields.confidence, fields.language,
    coalesce(fields.discovered_at, statement_timestamp()), (item -> 'ast_features')::jsonb
FROM unnest(%(ids)s::uuid[], %(projects)s::text[], %(lines)b::text[]) AS given (memory_id, project, line)
CROSS JOIN LATERAL json_array_elements(given.line::json -> 'patterns') AS item
CROSS JOIN LATERAL json_to_record(item) AS fields (
    id uuid, pattern_type text, pattern_signature text, frequency real, confidence real, language text,
    discovered_at timestamptz
)

-- name: read_analyses
SELECT memory_id, (SELECT row_to_json(fields)::text FROM (
        SELECT language, fingerprint, analysed_at
    ) AS fields)
FROM analysis_runs WHERE memory_id = ANY(%(ids)s::uuid[]) ORDER BY memory_id, language

-- name: write_analyses
INSERT INTO analysis_runs (memory_id, language, fingerprint, analysed_at)
SELECT given.memory_id, fields.language, fields.fingerprint, coalesce(fields.analysed_at, statement_timestamp())
FROM unnest(%(ids)s::uuid[], %(lines)b::text[]) AS given (memory_id, line)
CROSS JOIN LATERAL json_array_elements(given.line::json -> 'analyses') AS item
CROSS JOIN LATERAL json_to_record(item) AS fields (language text, fingerprint text, analysed_at timestamptz)

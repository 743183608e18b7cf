"""What triggers keep, beside what counting finds: statements that tell where both differ."""

from __future__ import annotations

# The newest processing counts, with or without an embedding.
NEWEST = """
newest AS (
    SELECT DISTINCT ON (memory_id) memory_id, embeddings FROM codex_processed.processed_memories
    ORDER BY memory_id, processing_version DESC
)"""
COUNTED = f"""
WITH {NEWEST}, memories AS MATERIALIZED (
    SELECT * FROM public.memories WHERE %(projects)s::text[] IS NULL OR project = ANY(%(projects)s)
)
SELECT
    (SELECT count(*) FROM memories),
    (SELECT count(*) FROM codex_processed.processed_memories JOIN memories ON memory_id = memories.id),
    (SELECT count(*) FROM newest JOIN memories ON memory_id = memories.id WHERE embeddings IS NOT NULL),
    (SELECT count(*) FROM codex_processed.code_patterns JOIN memories ON memory_id = memories.id),
    (SELECT coalesce(sum(octet_length(content)), 0) FROM memories),
    (SELECT count(DISTINCT tag) FROM memories, unnest(tags) AS tag),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('tag', tag, 'count', count)), '[]') FROM (
        SELECT tag, count(*) FROM memories, unnest(tags) AS tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 10
    ) AS top),
    (SELECT min(created_at) FROM memories),
    (SELECT max(created_at) FROM memories),
    (SELECT count(*) FROM memories WHERE created_at >= now() - interval '1 day'),
    (SELECT count(*) FROM memories WHERE created_at >= now() - interval '7 days')
"""
# What is known of embeddings beside what should be.
WRONGLY_MARKED = f"""
WITH {NEWEST}, known AS (
    SELECT memory_id, quantized, created_at, tags, metadata, context_vector, summary_vector, project, superseded_at,
        true AS has_embedding
    FROM codex_processed.embedded_memories
), right_ones AS (
    SELECT id, codex_processed.binary_quantized(embeddings)::bit(1536), created_at, tags, metadata, context_vector,
        summary_vector, project, superseded_at, has_embedding
    FROM memories JOIN newest ON memory_id = id WHERE embeddings IS NOT NULL
)
SELECT (SELECT count(*) FROM (TABLE known EXCEPT TABLE right_ones) AS wrong)
    + (SELECT count(*) FROM (TABLE right_ones EXCEPT TABLE known) AS missing)
    + (SELECT count(*) FROM memories WHERE has_embedding AND id NOT IN (SELECT id FROM right_ones))
    + (
        SELECT count(*) FROM known FULL JOIN codex_processed.quantized_embeddings AS indexed USING (memory_id)
        WHERE (known.quantized, superseded_at IS NOT NULL) IS DISTINCT FROM (indexed.quantized, is_superseded)
    )
"""
# Postings beside what they should be: a memory's tags, and the scalars of its metadata, within its scope.
WRONGLY_POSTED = """
WITH scoped AS (
    SELECT CASE
        WHEN project = '' AND superseded_at IS NULL THEN ''
        ELSE chr(1) || project || chr(CASE WHEN superseded_at IS NULL THEN 1 ELSE 2 END)
    END AS scope, * FROM memories
), right_ones AS (
    SELECT DISTINCT scope || 't' || tag AS term, created_at, id, updated_at FROM scoped, unnest(tags) AS tag
    UNION ALL
    SELECT scope || unnest(codex_processed.metadata_terms(metadata)), created_at, id, updated_at FROM scoped
), known AS (SELECT term, created_at, memory_id, updated_at FROM codex_processed.postings)
SELECT (SELECT count(*) FROM (TABLE known EXCEPT ALL TABLE right_ones) AS wrong)
    + (SELECT count(*) FROM (TABLE right_ones EXCEPT ALL TABLE known) AS missing)
"""
# Whether what searches know of all memories is what there is.
RIGHTLY_KNOWN = f"""
WITH {NEWEST}
SELECT (memories, embeddings, content_bytes) = (
    (SELECT count(*) FROM memories),
    (SELECT count(embeddings) FROM newest),
    (SELECT coalesce(sum(octet_length(content)), 0) FROM memories)
) FROM codex_processed.corpus
"""
# Successors that are gone, or belong to other projects.
WRONGLY_SUPERSEDED = """
SELECT count(*) FROM memories LEFT JOIN memories AS successor ON successor.id = memories.superseded_by
WHERE memories.superseded_by IS NOT NULL AND successor.project IS DISTINCT FROM memories.project
"""

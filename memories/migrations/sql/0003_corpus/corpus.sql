-- The number of memories, embeddings and bytes now, and whether the statistics are outdated.
CREATE VIEW codex_processed.corpus AS
WITH entries AS (
    SELECT kind, amount FROM codex_processed.tally
    WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings') AND key = ''
    UNION ALL
    SELECT kind, amount FROM codex_processed.tally_ledger WHERE kind IN ('memories', 'content_bytes', 'with_embeddings')
), now AS (
    SELECT
        coalesce(sum(amount) FILTER (WHERE kind IN ('memory_count', 'memories')), 0)::bigint AS memories,
        coalesce(sum(amount) FILTER (WHERE kind = 'content_bytes'), 0)::bigint AS content_bytes,
        coalesce(sum(amount) FILTER (WHERE kind = 'with_embeddings'), 0)::bigint AS embeddings
    FROM entries
)
SELECT known.version, now.memories, now.embeddings, now.content_bytes,
    abs(now.memories - known.memories) > known.memories / 5
        OR abs(now.content_bytes - known.content_bytes) > 100000 + known.content_bytes / 5 AS is_outdated
FROM codex_processed.corpus_statistics AS known, now;

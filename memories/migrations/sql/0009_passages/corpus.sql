-- As before, with the number of passages.
CREATE OR REPLACE VIEW corpus AS
WITH entries AS (
    SELECT kind, amount FROM counters
    WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings', 'passages') AND key = ''
    UNION ALL
    SELECT kind, amount FROM counter_ledger
    WHERE kind IN ('memories', 'content_bytes', 'with_embeddings', 'passages')
), now AS (
    SELECT
        coalesce(sum(amount) FILTER (WHERE kind IN ('memory_count', 'memories')), 0)::bigint AS memories,
        coalesce(sum(amount) FILTER (WHERE kind = 'content_bytes'), 0)::bigint AS content_bytes,
        coalesce(sum(amount) FILTER (WHERE kind = 'with_embeddings'), 0)::bigint AS embeddings,
        coalesce(sum(amount) FILTER (WHERE kind = 'passages'), 0)::bigint AS passages
    FROM entries
)
SELECT known.version, now.memories, now.embeddings, now.content_bytes,
    abs(now.memories - known.memories) > known.memories / 5
        OR abs(now.content_bytes - known.content_bytes) > 100000 + known.content_bytes / 5 AS is_outdated,
    now.passages
FROM corpus_statistics AS known, now;

-- name: current
-- The statistics are null if they are those that the process knows. Bounds of the histogram that Python cannot represent
-- are left out. The projects stand in subqueries, so that a generic plan costs no more than a custom one, which PostgreSQL
-- would make anew for each search.
SELECT corpus.memories, embeddings, passages, EXISTS (SELECT FROM provided_embeddings), is_outdated,
    CASE WHEN (SELECT %(covering)s::text[]) IS NULL THEN corpus.memories ELSE (
        SELECT coalesce(sum(size.memories), 0)::bigint FROM project_sizes AS size
        WHERE project = ANY((SELECT %(covering)s::text[])::text[])
    ) END,
    latest.version, sampled, words, word_counts,
    ARRAY(SELECT moment FROM unnest(bounds) AS moment WHERE moment > '0001-01-02' AND moment < '9999-12-30')
FROM corpus LEFT JOIN corpus_statistics AS latest
    ON NOT is_outdated AND latest.version IS DISTINCT FROM %(known)s::timestamptz

-- name: renew
SELECT version, sampled, words, word_counts,
    ARRAY(SELECT moment FROM unnest(bounds) AS moment WHERE moment > '0001-01-02' AND moment < '9999-12-30')
FROM renew_corpus_statistics()

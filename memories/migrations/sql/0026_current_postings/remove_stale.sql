-- Postings among superseded memories, of memories that became current when they moved to another project. All postings
-- are read once, because no index has them by memory, and those of superseded memories are few.
WITH superseded AS MATERIALIZED (
    SELECT term, created_at, memory_id FROM postings
    WHERE starts_with(term, chr(1)) AND split_part(term, chr(2), 2) <> ''
), stale AS MATERIALIZED (
    SELECT term, superseded.created_at, memory_id FROM superseded JOIN memories ON memories.id = memory_id
    WHERE superseded_at IS NULL AND starts_with(term, chr(1) || project || chr(2))
)
DELETE FROM postings USING stale
WHERE postings.term = stale.term AND postings.created_at = stale.created_at AND postings.memory_id = stale.memory_id;

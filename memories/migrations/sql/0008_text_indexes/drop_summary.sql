-- Until now on the column of the same words as searches take them.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_summary_fts;

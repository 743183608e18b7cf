-- Until now on the words of summaries as searches take them.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_summary_fts;

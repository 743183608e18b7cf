DROP INDEX CONCURRENTLY IF EXISTS idx_memories_summary_fts;

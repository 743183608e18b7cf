DROP INDEX CONCURRENTLY IF EXISTS idx_memories_context_fts;

-- Until now on the words of contexts as searches take them.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_context_fts;

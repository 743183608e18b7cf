-- What an interrupted build left.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_without_language;

-- Drops what an interrupted build of idx_memories_search_keys left.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_search_keys;

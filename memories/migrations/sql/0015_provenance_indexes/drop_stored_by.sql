-- What an interrupted build left of the index on stored_by.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_stored_by;

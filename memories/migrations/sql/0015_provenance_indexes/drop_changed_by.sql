-- What an interrupted build left of the index on changed_by.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_changed_by;

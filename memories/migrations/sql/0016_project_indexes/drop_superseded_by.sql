-- Drops what an interrupted build of idx_memories_superseded_by left.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_superseded_by;

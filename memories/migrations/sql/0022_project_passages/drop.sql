-- Drops what an interrupted build left.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_project_passages;

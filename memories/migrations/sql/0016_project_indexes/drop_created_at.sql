-- Drops what an interrupted build of idx_memories_project_created left.
DROP INDEX CONCURRENTLY IF EXISTS idx_memories_project_created;

-- Drops what an interrupted build of idx_embedded_project left.
DROP INDEX CONCURRENTLY IF EXISTS idx_embedded_project;

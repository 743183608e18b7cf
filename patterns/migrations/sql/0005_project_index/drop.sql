-- Drops what an interrupted build of idx_patterns_project left.
DROP INDEX CONCURRENTLY IF EXISTS idx_patterns_project;

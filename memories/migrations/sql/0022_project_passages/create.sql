-- The memories of a project that have passages.
CREATE INDEX CONCURRENTLY idx_memories_project_passages ON memories (project, id) WHERE search_vector IS NULL;

-- The memories of a project in the order of their last change.
CREATE INDEX CONCURRENTLY idx_memories_project_updated
    ON memories (project, updated_at, id) INCLUDE (superseded_at);

-- The memories of a project in the order of time. Whether one was superseded is read off the index.
CREATE INDEX CONCURRENTLY idx_memories_project_created
    ON memories (project, created_at, id) INCLUDE (superseded_at);

-- Content is unique within a project.
CREATE UNIQUE INDEX CONCURRENTLY idx_memories_project_content_hash ON memories (project, content_hash);

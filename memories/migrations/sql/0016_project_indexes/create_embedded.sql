-- The embeddings of a project.
CREATE INDEX CONCURRENTLY idx_embedded_project ON embedded_memories (project);

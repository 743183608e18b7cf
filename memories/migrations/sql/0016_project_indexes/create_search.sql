-- Builds the index of all searches once more, with the keys of projects.
CREATE INDEX CONCURRENTLY idx_memories_search_keys ON memories USING gin (
    search_vector, tags, context_vector, summary_vector, search_keys(created_at, project)
);

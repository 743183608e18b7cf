-- The specification's index of contexts, for other programs.
CREATE INDEX CONCURRENTLY idx_memories_context_fts ON memories USING gin (to_tsvector('english', context));

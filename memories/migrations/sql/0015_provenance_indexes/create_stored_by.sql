-- Curators' filter by who stored a memory, newest first, and the names to choose from.
CREATE INDEX CONCURRENTLY idx_memories_stored_by ON memories (stored_by, created_at DESC);

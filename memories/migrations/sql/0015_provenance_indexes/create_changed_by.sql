-- Curators' filter by who changed a memory last. A store adds nothing to it.
CREATE INDEX CONCURRENTLY idx_memories_changed_by ON memories (changed_by, created_at DESC)
    WHERE updated_at > created_at;

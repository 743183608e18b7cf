-- The memories that one has superseded.
CREATE INDEX CONCURRENTLY idx_memories_superseded_by ON memories (superseded_by)
    WHERE superseded_by IS NOT NULL;

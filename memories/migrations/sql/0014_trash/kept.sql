-- Keeps what is deleted from memories, and from what belongs to them, from now on.
SELECT keep_deleted('memories', '{context_vector,summary_vector,search_vector}');
SELECT keep_deleted('processed_memories', '{normalized}');
CREATE INDEX idx_deleted_memories_id ON deleted_memories (id, deletion);
SELECT keep_deleted('memory_versions');

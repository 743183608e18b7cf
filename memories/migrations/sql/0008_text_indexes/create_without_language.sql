CREATE INDEX CONCURRENTLY idx_memories_without_language ON memories (id) WHERE language = '';

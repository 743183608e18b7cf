-- Finds the memories that were stored before there were languages.
CREATE INDEX CONCURRENTLY idx_memories_without_language ON memories (id) WHERE language = '';

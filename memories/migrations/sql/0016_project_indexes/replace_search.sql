-- Puts the new index of all searches in the place of the old one.
DROP INDEX IF EXISTS idx_memories_search;
ALTER INDEX idx_memories_search_keys RENAME TO idx_memories_search;

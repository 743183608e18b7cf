-- Puts the new constraint on the content's hash in the place of the old one.
ALTER TABLE memories DROP CONSTRAINT IF EXISTS idx_memories_content_hash;
ALTER INDEX idx_memories_project_content_hash RENAME TO idx_memories_content_hash;
ALTER TABLE memories ADD CONSTRAINT idx_memories_content_hash UNIQUE USING INDEX idx_memories_content_hash;

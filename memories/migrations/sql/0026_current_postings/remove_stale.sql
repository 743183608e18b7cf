-- Postings among superseded memories, of memories that became current when they moved to another project.
DELETE FROM postings USING memories
WHERE memory_id = memories.id AND memories.superseded_at IS NULL
    AND starts_with(term, chr(1) || memories.project || chr(2));

-- Memories whose successor is gone become current again.
UPDATE memories SET superseded_by = NULL, superseded_at = NULL
WHERE superseded_by IS NOT NULL
    AND NOT EXISTS (SELECT FROM memories AS successor WHERE successor.id = memories.superseded_by);

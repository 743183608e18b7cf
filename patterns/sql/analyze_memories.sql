-- By id, so that a batch begins where the last one ended, whatever is stored or deleted meanwhile.

-- name: count
SELECT count(*) FROM memories
WHERE (%(since)s::timestamptz IS NULL OR created_at >= %(since)s)
  AND (%(all)s OR NOT EXISTS (
      SELECT 1 FROM analysis_runs
      WHERE memory_id = memories.id AND language = %(language)s AND fingerprint = %(fingerprint)s
  ))

-- name: next
SELECT id FROM memories
WHERE (%(since)s::timestamptz IS NULL OR created_at >= %(since)s)
  AND (%(all)s OR NOT EXISTS (
      SELECT 1 FROM analysis_runs
      WHERE memory_id = memories.id AND language = %(language)s AND fingerprint = %(fingerprint)s
  ))
  AND id > %(after)s
ORDER BY id LIMIT %(batch)s

-- The specification's index of summaries, for other programs.
CREATE INDEX CONCURRENTLY idx_memories_summary_fts ON memories USING gin (to_tsvector('english', summary));

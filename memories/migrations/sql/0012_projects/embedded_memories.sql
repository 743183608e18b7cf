-- The scope of a memory as searches among embeddings filter by it.
-- In quantized_embeddings it is a column without an index, so that superseding a memory adds no entry to HNSW.
ALTER TABLE embedded_memories ADD COLUMN project text NOT NULL DEFAULT '', ADD COLUMN superseded_at timestamptz;
ALTER TABLE quantized_embeddings ADD COLUMN is_superseded boolean NOT NULL DEFAULT false;

-- The signs once more, with the index of the nearest. They are apart, because PostgreSQL writes a row whose tags
-- changed into every index of its table. embedded_memories keeps a copy, because a filter that leaves thousands of
-- embeddings reads them there page by page. docs/benchmarks.md compares the index with HNSW over the vectors, and its
-- parameters.
CREATE TABLE codex_processed.embedded_signs (
    memory_id uuid PRIMARY KEY REFERENCES codex_processed.embedded_memories ON DELETE CASCADE,
    signs bit(:dimensions) NOT NULL
);
ALTER TABLE codex_processed.embedded_signs ALTER COLUMN signs SET STORAGE PLAIN;

CREATE INDEX idx_embedded_signs ON codex_processed.embedded_signs
    USING hnsw (signs bit_hamming_ops) WITH (m = 8, ef_construction = 64);

-- What an agent's enrichment made of a memory: one row for each version of that processing.
CREATE TABLE codex_processed.processed_memories (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    insights jsonb,
    embeddings vector(:dimensions),
    entities jsonb,
    sentiment real,
    processed_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    processing_version integer NOT NULL DEFAULT 1,
    memory_id uuid NOT NULL,
    direction vector(:dimensions),
    CONSTRAINT processed_memories_memory_id_fkey
        FOREIGN KEY (memory_id) REFERENCES public.memories (id) ON DELETE CASCADE,
    CONSTRAINT processed_memories_memory_id_processing_version_key UNIQUE (memory_id, processing_version),
    CONSTRAINT processed_memories_insights_check CHECK (pg_column_size(insights) <= 65536),
    CONSTRAINT processed_memories_entities_check CHECK (pg_column_size(entities) <= 32768),
    CONSTRAINT processed_memories_sentiment_check CHECK (sentiment >= -1.0 AND sentiment <= 1.0)
);

-- Embeddings do not compress. Those that fit into a page stay in their row: a ranking reads hundreds of them.
ALTER TABLE codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE :storage;

CREATE INDEX idx_processed_memory_id ON codex_processed.processed_memories (memory_id);
-- From a memory to its embeddings, of which the best few are compared whole.
CREATE INDEX idx_processed_embeddings ON codex_processed.processed_memories (memory_id) WHERE embeddings IS NOT NULL;
CREATE INDEX idx_processed_sentiment ON codex_processed.processed_memories (sentiment, memory_id)
    WHERE sentiment IS NOT NULL;

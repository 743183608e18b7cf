-- What a search among embeddings reads of a memory: its filters and its signs, a dozen rows to a page.
-- What is read of every row comes first.
CREATE TABLE codex_processed.embedded_memories (
    memory_id uuid PRIMARY KEY REFERENCES public.memories ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    signs bit(:dimensions) NOT NULL,
    tags text[] NOT NULL,
    metadata jsonb NOT NULL,
    context_vector tsvector NOT NULL,
    summary_vector tsvector NOT NULL
);
ALTER TABLE codex_processed.embedded_memories ALTER COLUMN signs SET STORAGE PLAIN;

CREATE INDEX idx_embedded_search ON codex_processed.embedded_memories
    USING gin (tags, context_vector, summary_vector, metadata);
CREATE INDEX idx_embedded_created_at ON codex_processed.embedded_memories (created_at DESC);

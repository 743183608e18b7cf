-- The quantized embeddings that an embedding provider made, with an HNSW index of their own: an embedding is compared
-- only with those of its own model, and quantized_embeddings has those of clients.
CREATE TABLE provided_embeddings (
    memory_id uuid PRIMARY KEY REFERENCES embedded_memories ON DELETE CASCADE,
    embedding_model text NOT NULL,
    quantized bit(:dimensions) NOT NULL,
    is_superseded boolean NOT NULL DEFAULT false
);
ALTER TABLE provided_embeddings ALTER COLUMN quantized SET STORAGE PLAIN;

CREATE INDEX idx_provided_embeddings ON provided_embeddings
    USING hnsw (quantized bit_hamming_ops) WITH (m = 8, ef_construction = 64);
CREATE INDEX idx_provided_embedding_model ON provided_embeddings (embedding_model, memory_id);

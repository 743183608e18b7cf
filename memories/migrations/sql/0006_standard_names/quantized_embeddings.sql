-- Names the binary-quantized embeddings as such, and an embedding that is normalized.
ALTER TABLE embedded_signs RENAME TO quantized_embeddings;
ALTER TABLE quantized_embeddings RENAME COLUMN signs TO quantized;
ALTER TABLE embedded_memories RENAME COLUMN signs TO quantized;
ALTER INDEX idx_embedded_signs RENAME TO idx_quantized_embeddings;
ALTER FUNCTION quantized(vector) RENAME TO binary_quantized;
ALTER TABLE processed_memories RENAME COLUMN direction TO normalized;
ALTER FUNCTION direction(vector) RENAME TO normalized_embedding;

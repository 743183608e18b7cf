-- Copies the quantized embeddings of embedded_memories to quantized_embeddings. Equal ones make no new entry in HNSW.
ALTER FUNCTION follow_signs() RENAME TO maintain_quantized_embeddings;
CREATE OR REPLACE FUNCTION maintain_quantized_embeddings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO quantized_embeddings AS known (memory_id, quantized) VALUES (NEW.memory_id, NEW.quantized)
    ON CONFLICT (memory_id) DO UPDATE SET quantized = excluded.quantized WHERE known.quantized <> excluded.quantized;
    RETURN NULL;
END
$$;
ALTER TRIGGER follow_signs_insert ON embedded_memories RENAME TO quantized_embeddings_insert;
ALTER TRIGGER follow_signs_update ON embedded_memories RENAME TO quantized_embeddings_update;

-- Copies whether a memory was superseded, too.
CREATE OR REPLACE FUNCTION maintain_quantized_embeddings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO quantized_embeddings AS known (memory_id, quantized, is_superseded)
    VALUES (NEW.memory_id, NEW.quantized, NEW.superseded_at IS NOT NULL)
    ON CONFLICT (memory_id) DO UPDATE SET quantized = excluded.quantized, is_superseded = excluded.is_superseded
        WHERE (known.quantized, known.is_superseded) <> (excluded.quantized, excluded.is_superseded);
    RETURN NULL;
END
$$;
DROP TRIGGER quantized_embeddings_update ON embedded_memories;
CREATE TRIGGER quantized_embeddings_update AFTER UPDATE OF quantized, superseded_at ON embedded_memories
    FOR EACH ROW WHEN (
        NEW.quantized <> OLD.quantized OR (NEW.superseded_at IS NULL) <> (OLD.superseded_at IS NULL)
    )
    EXECUTE FUNCTION maintain_quantized_embeddings();

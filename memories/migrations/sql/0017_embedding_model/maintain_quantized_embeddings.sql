-- Copies the quantized embeddings of embedded_memories to the table whose HNSW index finds them: those of clients to
-- quantized_embeddings, those of a provider's models to provided_embeddings. Equal ones make no new entry in HNSW.
CREATE OR REPLACE FUNCTION maintain_quantized_embeddings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.embedding_model = '' THEN
        INSERT INTO quantized_embeddings AS known (memory_id, quantized, is_superseded)
        VALUES (NEW.memory_id, NEW.quantized, NEW.superseded_at IS NOT NULL)
        ON CONFLICT (memory_id) DO UPDATE
            SET quantized = excluded.quantized, is_superseded = excluded.is_superseded
            WHERE (known.quantized, known.is_superseded) <> (excluded.quantized, excluded.is_superseded);
    ELSE
        INSERT INTO provided_embeddings AS known (memory_id, embedding_model, quantized, is_superseded)
        VALUES (NEW.memory_id, NEW.embedding_model, NEW.quantized, NEW.superseded_at IS NOT NULL)
        ON CONFLICT (memory_id) DO UPDATE SET
            quantized = excluded.quantized, embedding_model = excluded.embedding_model,
            is_superseded = excluded.is_superseded
            WHERE (known.quantized, known.embedding_model, known.is_superseded)
                <> (excluded.quantized, excluded.embedding_model, excluded.is_superseded);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.embedding_model <> '' AND OLD.embedding_model = '' THEN
            DELETE FROM quantized_embeddings WHERE memory_id = NEW.memory_id;
        ELSIF NEW.embedding_model = '' AND OLD.embedding_model <> '' THEN
            DELETE FROM provided_embeddings WHERE memory_id = NEW.memory_id;
        END IF;
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER quantized_embeddings_update ON embedded_memories;
CREATE TRIGGER quantized_embeddings_update AFTER UPDATE OF quantized, embedding_model, superseded_at ON embedded_memories
    FOR EACH ROW WHEN (
        NEW.quantized <> OLD.quantized OR NEW.embedding_model <> OLD.embedding_model
        OR (NEW.superseded_at IS NULL) <> (OLD.superseded_at IS NULL)
    )
    EXECUTE FUNCTION maintain_quantized_embeddings();

-- Maintains processed_memories.normalized. A store with an ordinary embedding, or with none, evaluates the trigger's
-- condition only.
ALTER FUNCTION set_direction() RENAME TO maintain_normalized;
CREATE OR REPLACE FUNCTION maintain_normalized() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    NEW.normalized := normalized_embedding(NEW.embeddings);
    RETURN NEW;
END
$$;
ALTER TRIGGER set_direction_insert ON processed_memories RENAME TO normalized_insert;
ALTER TRIGGER set_direction_update ON processed_memories RENAME TO normalized_update;

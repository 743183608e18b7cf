-- Copies the signs of embedded_memories to embedded_signs. Equal signs make no new entry in HNSW.
CREATE FUNCTION codex_processed.follow_signs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO codex_processed.embedded_signs AS known (memory_id, signs) VALUES (NEW.memory_id, NEW.signs)
    ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE known.signs <> excluded.signs;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_signs_insert AFTER INSERT ON codex_processed.embedded_memories
    FOR EACH ROW EXECUTE FUNCTION codex_processed.follow_signs();
CREATE TRIGGER follow_signs_update AFTER UPDATE OF signs ON codex_processed.embedded_memories
    FOR EACH ROW WHEN (NEW.signs <> OLD.signs) EXECUTE FUNCTION codex_processed.follow_signs();

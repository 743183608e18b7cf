-- Copies the scope, too.
CREATE OR REPLACE FUNCTION maintain_embedded_filters() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector,
        project = NEW.project, superseded_at = NEW.superseded_at
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
DROP TRIGGER embedded_filters_update ON memories;
CREATE TRIGGER embedded_filters_update
    AFTER UPDATE OF created_at, tags, metadata, context, summary, language, project, superseded_at ON memories
    FOR EACH ROW WHEN (
        NEW.has_embedding AND (
            NEW.created_at IS DISTINCT FROM OLD.created_at OR NEW.tags IS DISTINCT FROM OLD.tags
            OR NEW.metadata IS DISTINCT FROM OLD.metadata OR NEW.context_vector IS DISTINCT FROM OLD.context_vector
            OR NEW.summary_vector IS DISTINCT FROM OLD.summary_vector OR NEW.project IS DISTINCT FROM OLD.project
            OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at
        )
    )
    EXECUTE FUNCTION maintain_embedded_filters();

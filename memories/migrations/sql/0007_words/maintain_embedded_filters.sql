-- The vectors of context and summary also change with the language.
DROP TRIGGER embedded_filters_update ON memories;
CREATE TRIGGER embedded_filters_update
    AFTER UPDATE OF created_at, tags, metadata, context, summary, language ON memories
    FOR EACH ROW WHEN (
        NEW.has_embedding AND (
            NEW.created_at IS DISTINCT FROM OLD.created_at OR NEW.tags IS DISTINCT FROM OLD.tags
            OR NEW.metadata IS DISTINCT FROM OLD.metadata OR NEW.context_vector IS DISTINCT FROM OLD.context_vector
            OR NEW.summary_vector IS DISTINCT FROM OLD.summary_vector
        )
    )
    EXECUTE FUNCTION maintain_embedded_filters();

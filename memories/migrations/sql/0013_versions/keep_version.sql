-- Keeps what a new version replaced.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO memory_versions
        (memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata,
        project)
    SELECT OLD.id, OLD.version, coalesce((
            SELECT valid_to FROM memory_versions WHERE memory_id = OLD.id AND version < OLD.version
            ORDER BY version DESC LIMIT 1
        ), OLD.created_at), NEW.updated_at, NEW.changed_by,
        nullif(OLD.content, NEW.content), nullif(OLD.context, NEW.context), nullif(OLD.summary, NEW.summary),
        nullif(OLD.tags, NEW.tags), CASE WHEN OLD.metadata::text <> NEW.metadata::text THEN OLD.metadata END,
        nullif(OLD.project, NEW.project);
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_version AFTER UPDATE ON memories
    FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION keep_version();

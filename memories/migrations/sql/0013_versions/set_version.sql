-- A change of what a memory says, or of its project, makes a new version, whoever makes it. That another memory has
-- superseded it makes none. updated_at increases with either, whatever the clock does. metadata is compared as text: as
-- jsonb, 1.0 equals 1.
CREATE FUNCTION set_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    NEW.updated_at := greatest(clock_timestamp(), OLD.updated_at + interval '1 microsecond');
    IF NEW.content <> OLD.content OR NEW.context <> OLD.context OR NEW.summary <> OLD.summary
        OR NEW.tags <> OLD.tags OR NEW.metadata::text <> OLD.metadata::text OR NEW.project <> OLD.project
    THEN
        NEW.version := OLD.version + 1;
        NEW.changed_by := current_actor();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER set_version
    BEFORE UPDATE OF content, context, summary, tags, metadata, project, superseded_by ON memories
    FOR EACH ROW WHEN (
        NEW.content <> OLD.content OR NEW.context <> OLD.context OR NEW.summary <> OLD.summary
        OR NEW.tags <> OLD.tags OR NEW.metadata::text <> OLD.metadata::text OR NEW.project <> OLD.project
        OR NEW.superseded_by IS DISTINCT FROM OLD.superseded_by
    )
    EXECUTE FUNCTION set_version();

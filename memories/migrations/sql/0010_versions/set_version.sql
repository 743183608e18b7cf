-- A change of what a memory says makes a new version, whoever makes it. updated_at increases whatever the clock does.
-- metadata is compared as text: as jsonb, 1.0 equals 1.
CREATE FUNCTION set_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := greatest(clock_timestamp(), OLD.updated_at + interval '1 microsecond');
    NEW.changed_by := current_actor();
    RETURN NEW;
END
$$;
CREATE TRIGGER set_version BEFORE UPDATE OF content, context, summary, tags, metadata ON memories
    FOR EACH ROW WHEN (
        NEW.content <> OLD.content OR NEW.context <> OLD.context OR NEW.summary <> OLD.summary
        OR NEW.tags <> OLD.tags OR NEW.metadata::text <> OLD.metadata::text
    )
    EXECUTE FUNCTION set_version();

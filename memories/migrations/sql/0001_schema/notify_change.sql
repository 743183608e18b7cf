-- Tells every process that listens when memories change, so that none answers from an outdated cache.
-- One payload, which PostgreSQL sends once a transaction however often it is given.
CREATE FUNCTION codex_processed.notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('codex_memory_changes', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();
CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();

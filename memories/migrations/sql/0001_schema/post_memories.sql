-- Keeps postings, and locks nothing but the rows at hand.
CREATE FUNCTION codex_processed.post_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE codex_processed.postings;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
            EXCEPT
            SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        )
        DELETE FROM codex_processed.postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        EXCEPT
        SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM codex_processed.postings USING old_rows, codex_processed.terms(tags, metadata) AS gone
        WHERE postings.term = gone AND postings.created_at = old_rows.created_at AND memory_id = old_rows.id;
    ELSE
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER post_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE TRIGGER post_update AFTER UPDATE ON public.memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE TRIGGER post_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE TRIGGER post_truncate AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();

-- Starts the statistics anew when all memories are removed.
CREATE FUNCTION codex_processed.forget_corpus() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM codex_processed.tally WHERE kind = 'memory_count';
    DELETE FROM codex_processed.corpus_statistics;
    INSERT INTO codex_processed.corpus_statistics DEFAULT VALUES;
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_corpus AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.forget_corpus();

-- Resets the statistics when all memories are removed.
ALTER FUNCTION forget_corpus() RENAME TO reset_corpus_statistics;
CREATE OR REPLACE FUNCTION reset_corpus_statistics() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM counters WHERE kind = 'memory_count';
    DELETE FROM corpus_statistics;
    INSERT INTO corpus_statistics DEFAULT VALUES;
    RETURN NULL;
END
$$;
ALTER TRIGGER forget_corpus ON memories RENAME TO reset_corpus_statistics;

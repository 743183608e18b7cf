-- Renews the statistics if the data have changed by a fifth since.
-- The words are counted in a sample of pages, about 4 MB of the table, which takes some 50 ms at any size. Where a
-- search vector is too large for its row, only the words of summary and context are counted: reading it takes a hundred
-- times as long.
CREATE OR REPLACE FUNCTION renew_corpus_statistics() RETURNS SETOF corpus_statistics
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    sample text;
BEGIN
    -- One at a time; whoever waited finds it done.
    PERFORM pg_advisory_xact_lock(hashtext(current_schema || '.renew_corpus_statistics'));
    IF (SELECT is_outdated FROM corpus) THEN
        sample := format('memories TABLESAMPLE SYSTEM (%s) REPEATABLE (0)', least(
            100.0 * 512 * current_setting('block_size')::int / greatest(pg_relation_size('memories'), 1), 100
        ));
        EXECUTE format($statement$
            WITH words AS MATERIALIZED (
                SELECT word, ndoc FROM ts_stat($vectors$
                    SELECT CASE WHEN pg_column_size(search_vector) > 8000
                        THEN summary_vector || context_vector ELSE search_vector END FROM %1$s
                $vectors$) ORDER BY ndoc DESC, word LIMIT 2000
            )
            UPDATE corpus_statistics SET
                version = clock_timestamp(), memories = now.memories, content_bytes = now.content_bytes,
                sampled = counted.memories,
                words = ARRAY(SELECT word FROM words ORDER BY ndoc DESC, word),
                word_counts = ARRAY(SELECT ndoc FROM words ORDER BY ndoc DESC, word),
                bounds = ARRAY(SELECT created_at FROM memories ORDER BY created_at LIMIT 1) || counted.bounds
            FROM corpus AS now, (
                SELECT count(*) AS memories, percentile_disc(
                    (SELECT array_agg(percent / 100.0::float8) FROM generate_series(0, 100) AS percent)
                ) WITHIN GROUP (ORDER BY created_at) AS bounds FROM %1$s
            ) AS counted
        $statement$, sample);
    END IF;
    RETURN QUERY TABLE corpus_statistics;
END
$$;

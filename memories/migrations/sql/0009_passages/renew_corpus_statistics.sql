-- As before, and the sample has the words of passages as well.
CREATE OR REPLACE FUNCTION renew_corpus_statistics() RETURNS SETOF corpus_statistics
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    sampled_pages text;
BEGIN
    -- One at a time; whoever waited finds it done.
    PERFORM pg_advisory_xact_lock(hashtext(current_schema || '.renew_corpus_statistics'));
    IF (SELECT is_outdated FROM corpus) THEN
        sampled_pages := format('TABLESAMPLE SYSTEM (%s) REPEATABLE (0)', least(
            100.0 * 512 * current_setting('block_size')::int
                / greatest(pg_relation_size('memories') + pg_relation_size('passages'), 1), 100
        ));
        EXECUTE format($statement$
            WITH words AS MATERIALIZED (
                SELECT word, ndoc FROM ts_stat($vectors$
                    SELECT search_vector FROM memories %1$s UNION ALL SELECT search_vector FROM passages %1$s
                $vectors$) ORDER BY ndoc DESC, word LIMIT 2000
            )
            UPDATE corpus_statistics SET
                version = clock_timestamp(), memories = now.memories, content_bytes = now.content_bytes,
                sampled = counted.vectors + (SELECT count(*) FROM passages %1$s),
                words = ARRAY(SELECT word FROM words ORDER BY ndoc DESC, word),
                word_counts = ARRAY(SELECT ndoc FROM words ORDER BY ndoc DESC, word),
                bounds = ARRAY(SELECT created_at FROM memories ORDER BY created_at LIMIT 1) || counted.bounds
            FROM corpus AS now, (
                SELECT count(search_vector) AS vectors, percentile_disc(
                    (SELECT array_agg(percent / 100.0::float8) FROM generate_series(0, 100) AS percent)
                ) WITHIN GROUP (ORDER BY created_at) AS bounds FROM memories %1$s
            ) AS counted
        $statement$, sampled_pages);
    END IF;
    RETURN QUERY TABLE corpus_statistics;
END
$$;

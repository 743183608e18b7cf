-- Adds the entries of the ledger to the counters of their project, and to those of all.
CREATE OR REPLACE FUNCTION compact_counters() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext(current_schema || '.compact_counters')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM counter_ledger RETURNING kind, project, key, amount
    ), each_project AS (
        SELECT kind, project, key, sum(amount) AS amount FROM entries GROUP BY kind, project, key
        UNION ALL
        SELECT 'memory_count', project, '', sum(amount) FROM entries WHERE kind = 'memories' GROUP BY project
    ), sums AS (
        TABLE each_project
        UNION ALL
        SELECT kind, '*', key, sum(amount) FROM each_project
        WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings', 'passages') GROUP BY kind, key
    )
    INSERT INTO counters (kind, project, key, amount) SELECT kind, project, key, amount FROM sums
    ON CONFLICT (kind, project, key) DO UPDATE SET amount = counters.amount + excluded.amount;
    DELETE FROM counters WHERE amount = 0;
END
$$;

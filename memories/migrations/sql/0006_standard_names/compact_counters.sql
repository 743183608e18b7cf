-- Adds the entries of the ledger to the counters.
ALTER FUNCTION fold_tally() RENAME TO compact_counters;
CREATE OR REPLACE FUNCTION compact_counters() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext(current_schema || '.compact_counters')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM counter_ledger RETURNING kind, key, amount
    ), sums AS (
        SELECT kind, key, sum(amount) AS amount FROM entries GROUP BY kind, key
        UNION ALL
        SELECT 'memory_count', '', sum(amount) FROM entries WHERE kind = 'memories' HAVING count(*) > 0
    )
    INSERT INTO counters (kind, key, amount) SELECT kind, key, amount FROM sums
    ON CONFLICT (kind, key) DO UPDATE SET amount = counters.amount + excluded.amount;
    DELETE FROM counters WHERE amount = 0;
END
$$;

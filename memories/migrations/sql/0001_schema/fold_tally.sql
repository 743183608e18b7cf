-- Adds the ledger to the tally.
-- The number of memories by hour has a row for each hour; a search needs the sum at once (`memory_count`).
CREATE FUNCTION codex_processed.fold_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext('codex_processed.fold_tally')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM codex_processed.tally_ledger RETURNING kind, key, amount
    ), sums AS (
        SELECT kind, key, sum(amount) AS amount FROM entries GROUP BY kind, key
        UNION ALL
        SELECT 'memory_count', '', sum(amount) FROM entries WHERE kind = 'memories' HAVING count(*) > 0
    )
    INSERT INTO codex_processed.tally AS tally (kind, key, amount) SELECT kind, key, amount FROM sums
    ON CONFLICT (kind, key) DO UPDATE SET amount = tally.amount + excluded.amount;
    DELETE FROM codex_processed.tally WHERE amount = 0;
END
$$;

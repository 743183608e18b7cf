-- Adds the ledger to the tally.
CREATE FUNCTION codex_processed.fold_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext('codex_processed.fold_tally')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM codex_processed.tally_ledger RETURNING kind, key, amount
    )
    INSERT INTO codex_processed.tally AS tally (kind, key, amount)
    SELECT kind, key, sum(amount) FROM entries GROUP BY kind, key
    ON CONFLICT (kind, key) DO UPDATE SET amount = tally.amount + excluded.amount;
    DELETE FROM codex_processed.tally WHERE amount = 0;
END
$$;

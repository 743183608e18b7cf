-- The number of memories by hour has a row for each hour; a search needs the sum at once.
-- Nobody else folds until this transaction ends, so that no entry is missed or added twice.
SELECT pg_advisory_xact_lock(hashtext('codex_processed.fold_tally'));
INSERT INTO codex_processed.tally (kind, key, amount)
SELECT 'memory_count', '', sum(amount) FROM codex_processed.tally WHERE kind = 'memories' HAVING sum(amount) <> 0
ON CONFLICT (kind, key) DO UPDATE SET amount = excluded.amount;

CREATE OR REPLACE FUNCTION codex_processed.fold_tally() RETURNS void LANGUAGE plpgsql AS $$
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

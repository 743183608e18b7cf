-- Counters. Counting a million rows takes seconds, and statistics must cost milliseconds. A counter that every store
-- updates would make the stores wait for each other's commit; so each statement appends its difference to a ledger,
-- which nobody waits for, and fold_tally adds the ledger to the tally now and then. A reader sums both.
CREATE TABLE codex_processed.tally (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE TABLE codex_processed.tally_ledger (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);

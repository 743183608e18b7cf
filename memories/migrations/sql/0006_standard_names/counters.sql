-- Names the counters as such. The views have the old names until patterns.0002_standard_names has replaced the triggers
-- of code_patterns, so that an interruption between the two migrations does no harm.
ALTER TABLE tally RENAME TO counters;
ALTER TABLE tally_ledger RENAME TO counter_ledger;
CREATE VIEW tally AS TABLE counters;
CREATE VIEW tally_ledger AS TABLE counter_ledger;

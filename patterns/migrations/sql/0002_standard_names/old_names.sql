-- Removes the old names, which only the old function needed.
DROP VIEW tally, tally_ledger;

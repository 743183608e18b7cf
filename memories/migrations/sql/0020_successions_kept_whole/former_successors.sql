-- It follows from the other rows.
ALTER TABLE former_successors DROP COLUMN passed_to;

-- Checks the rows that exist, while they are read and written.
ALTER TABLE memories VALIDATE CONSTRAINT memories_project_check;
ALTER TABLE memories VALIDATE CONSTRAINT memories_superseded_check;

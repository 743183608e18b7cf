-- The number of a memory's version, who stored it and who changed it last ('' for memories that exist already).
-- The defaults for new rows come second, so that no table is rewritten.
ALTER TABLE memories
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN stored_by text NOT NULL DEFAULT '',
    ADD COLUMN changed_by text NOT NULL DEFAULT '';
ALTER TABLE memories
    ALTER COLUMN stored_by SET DEFAULT current_actor(),
    ALTER COLUMN changed_by SET DEFAULT current_actor();

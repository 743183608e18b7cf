-- The project that a memory belongs to, '' for none, and the memory that superseded it, if any.
ALTER TABLE memories
    ADD COLUMN project text NOT NULL DEFAULT '',
    ADD COLUMN superseded_by uuid,
    ADD COLUMN superseded_at timestamptz,
    ADD CONSTRAINT memories_project_check CHECK (project ~ '^([A-Za-z0-9][A-Za-z0-9._/@:+-]{0,99})?$') NOT VALID,
    ADD CONSTRAINT memories_superseded_check CHECK ((superseded_by IS NULL) = (superseded_at IS NULL)) NOT VALID;

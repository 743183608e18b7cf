-- Former versions of memories. A row is the change that ended a version: when, by whom, and what the changed columns
-- held until then. Columns that did not change are null. Typed columns instead of one jsonb: a content is copied as it
-- is stored, and a column's history is read without reading contents.
CREATE TABLE memory_versions (
    memory_id uuid NOT NULL REFERENCES memories ON DELETE CASCADE,
    version integer NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    changed_by text NOT NULL,
    content text,
    context text,
    summary text,
    tags text[],
    metadata jsonb,
    project text,
    PRIMARY KEY (memory_id, version)
);

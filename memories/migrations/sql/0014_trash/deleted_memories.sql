-- Deleted memories. keep_deleted adds the columns of memories. An id can be deleted, imported and deleted again, so a
-- deletion has a key of its own.
CREATE TABLE deleted_memories (
    deletion bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    deleted_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    deleted_by text NOT NULL
);
CREATE INDEX idx_deleted_memories_at ON deleted_memories (deleted_at);

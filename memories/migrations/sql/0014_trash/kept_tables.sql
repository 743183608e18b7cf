-- The tables of which deleted rows are kept: memories, and those that the database empties with a memory.
CREATE TABLE kept_tables (
    name text PRIMARY KEY,
    derived text[] NOT NULL -- columns that triggers write anew when a memory is restored
);

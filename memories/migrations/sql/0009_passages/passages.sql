-- The passages of long contents, each with a search vector of its own: the words of the summary and the context, and
-- its own. A memory with passages has no search vector. So no vector is large, a text is found to its end, and a long
-- one is ranked by its best passage.
CREATE TABLE passages (
    memory_id uuid NOT NULL REFERENCES memories ON DELETE CASCADE,
    start integer NOT NULL, -- characters of the content before it
    length integer NOT NULL,
    created_at timestamptz NOT NULL,
    search_vector tsvector NOT NULL,
    PRIMARY KEY (memory_id, start)
);
ALTER TABLE passages ALTER COLUMN search_vector SET STORAGE MAIN;
CREATE INDEX idx_passages_search ON passages USING gin (search_vector, time_bucket_ids(created_at, false));

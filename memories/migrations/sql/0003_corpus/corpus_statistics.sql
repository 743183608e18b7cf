-- What rankings know of all memories: how many there are, how common words are, and when memories were stored.
-- PostgreSQL's own statistics change whenever a table is analysed, and with them the order of what a search returns.
-- This row, which all processes read, changes only where a search makes it anew because the data have changed by a
-- fifth. `memories` and `content_bytes` are what the data were when the row was made.
CREATE TABLE codex_processed.corpus_statistics (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version timestamptz NOT NULL DEFAULT clock_timestamp(),
    memories bigint NOT NULL DEFAULT 0,
    content_bytes bigint NOT NULL DEFAULT 0,
    sampled integer NOT NULL DEFAULT 0,
    words text[] NOT NULL DEFAULT '{}',
    word_counts integer[] NOT NULL DEFAULT '{}',
    bounds timestamptz[] NOT NULL DEFAULT '{}'
);
INSERT INTO codex_processed.corpus_statistics DEFAULT VALUES;

-- Which memories have a term (a tag, or a top-level scalar of metadata), in the order of time.
-- No GIN index returns them in that order; a B-tree over (term, time, memory) reads just the page.
CREATE TABLE codex_processed.postings (
    term text NOT NULL,
    created_at timestamptz NOT NULL,
    memory_id uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (term, created_at, memory_id)
);

CREATE INDEX idx_postings_updated_at ON codex_processed.postings (term, updated_at, memory_id);

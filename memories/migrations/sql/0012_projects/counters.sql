-- Counters for each project. What a search needs of all memories has the project '*', which no project is called, so
-- that reading it costs the same with any number of projects.
ALTER TABLE counters ADD COLUMN project text NOT NULL DEFAULT '';
ALTER TABLE counters DROP CONSTRAINT counters_pkey, ADD PRIMARY KEY (kind, project, key);
ALTER TABLE counter_ledger ADD COLUMN project text NOT NULL DEFAULT '';
INSERT INTO counters (kind, project, key, amount)
SELECT kind, '*', key, amount FROM counters
WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings', 'passages') AND key = '';

-- The text of each passage, uncompressed: to show a passage, PostgreSQL would decompress the content up to it.
-- 0011_passages_filled gives it to the passages that exist.
ALTER TABLE passages ADD COLUMN content text, ALTER COLUMN length DROP NOT NULL;
ALTER TABLE passages ALTER COLUMN content SET STORAGE EXTERNAL;

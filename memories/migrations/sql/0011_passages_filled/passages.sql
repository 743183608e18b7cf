-- Every passage has its text now, so its length need not be stored.
ALTER TABLE passages ALTER COLUMN content SET NOT NULL, DROP COLUMN IF EXISTS length;

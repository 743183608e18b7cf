-- Names the ids of the time buckets as such; idx_memories_search continues with the renamed function.
ALTER FUNCTION marks(timestamptz, boolean) RENAME TO time_bucket_ids;

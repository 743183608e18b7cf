-- The ids of the time buckets that a moment lies in, one of each level, and -1 if the memory has an embedding.
-- memories/search/time_buckets.py has the same numbers; a test compares them.
CREATE FUNCTION codex_processed.marks(moment timestamptz, embedded boolean) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN isfinite(moment) THEN ARRAY[
        (floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint >> 12) + 0,
        (floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint >> 16) + 1099511627776,
        (floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint >> 20) + 2199023255552,
        (floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint >> 24) + 3298534883328
    ]
    ELSE '{}'::bigint[]
END || CASE WHEN embedded THEN '{-1}'::bigint[] ELSE '{}'::bigint[] END;

-- Counts memories by hour, tags, and bytes of content.
-- An hour is written in UTC with its zone, whatever the session's time zone is, so that the text is read back as that
-- hour.
ALTER FUNCTION tally_memories() RENAME TO count_memories;
CREATE OR REPLACE FUNCTION count_memories() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT kind, key, sum(amount) FROM (
            SELECT 'memories' AS kind,
                   to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS key, count(*) AS amount
            FROM new_rows GROUP BY 2
            UNION ALL
            SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
            FROM old_rows GROUP BY 2
            UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows
            UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows
            UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag
            UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag
        ) AS differences
        GROUP BY kind, key HAVING sum(amount) <> 0;
    ELSE
        DELETE FROM counters WHERE kind IN ('memories', 'content_bytes', 'tag');
        DELETE FROM counter_ledger WHERE kind IN ('memories', 'content_bytes', 'tag');
    END IF;
    RETURN NULL;
END
$$;
ALTER TRIGGER tally_insert ON memories RENAME TO count_insert;
ALTER TRIGGER tally_delete ON memories RENAME TO count_delete;
ALTER TRIGGER tally_update ON memories RENAME TO count_update;
ALTER TRIGGER tally_truncate ON memories RENAME TO count_truncate;

-- As before, and an update that changes neither tags, projects nor times of storing only counts the bytes of contents.
CREATE OR REPLACE FUNCTION count_memories() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2, 3
        UNION ALL SELECT 'content_bytes', project, '', sum(octet_length(content)) FROM new_rows GROUP BY 2
        UNION ALL SELECT 'tag', project, tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY 2, 3;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2, 3
        UNION ALL SELECT 'content_bytes', project, '', -sum(octet_length(content)) FROM old_rows GROUP BY 2
        UNION ALL SELECT 'tag', project, tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY 2, 3;
    ELSIF TG_OP = 'UPDATE' THEN
        IF NOT EXISTS (
            SELECT id, created_at, project, tags FROM old_rows EXCEPT SELECT id, created_at, project, tags FROM new_rows
        ) THEN
            INSERT INTO counter_ledger (kind, project, key, amount)
            SELECT 'content_bytes', project, '', sum(amount) FROM (
                SELECT project, octet_length(content) AS amount FROM new_rows
                UNION ALL
                SELECT project, -octet_length(content) FROM old_rows
            ) AS differences
            GROUP BY project HAVING sum(amount) <> 0;
            RETURN NULL;
        END IF;
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT kind, project, key, sum(amount) FROM (
            SELECT 'memories' AS kind, project,
                   to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS key, count(*) AS amount
            FROM new_rows GROUP BY 2, 3
            UNION ALL
            SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
            FROM old_rows GROUP BY 2, 3
            UNION ALL SELECT 'content_bytes', project, '', sum(octet_length(content)) FROM new_rows GROUP BY 2
            UNION ALL SELECT 'content_bytes', project, '', -sum(octet_length(content)) FROM old_rows GROUP BY 2
            UNION ALL SELECT 'tag', project, tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY 2, 3
            UNION ALL SELECT 'tag', project, tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY 2, 3
        ) AS differences
        GROUP BY kind, project, key HAVING sum(amount) <> 0;
    ELSE
        DELETE FROM counters WHERE kind IN ('memories', 'content_bytes', 'tag');
        DELETE FROM counter_ledger WHERE kind IN ('memories', 'content_bytes', 'tag');
    END IF;
    RETURN NULL;
END
$$;

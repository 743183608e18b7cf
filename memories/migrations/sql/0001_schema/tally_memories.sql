-- Counts memories by hour, tags, and bytes of content.
-- An hour is written with its zone, in UTC whatever the session's zone is, so that the text reads back as that hour.
CREATE FUNCTION codex_processed.tally_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
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
        DELETE FROM codex_processed.tally WHERE kind IN ('memories', 'content_bytes', 'tag');
        DELETE FROM codex_processed.tally_ledger WHERE kind IN ('memories', 'content_bytes', 'tag');
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER tally_insert AFTER INSERT ON public.memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();
CREATE TRIGGER tally_delete AFTER DELETE ON public.memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();
CREATE TRIGGER tally_update AFTER UPDATE ON public.memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();
CREATE TRIGGER tally_truncate AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();

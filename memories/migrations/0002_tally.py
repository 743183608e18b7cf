"""Counters of memories, tags, bytes and embeddings, kept by triggers.

Counting a million rows takes seconds, and statistics must cost milliseconds. A counter that every store updates would
make the stores wait for each other's commit; so each statement appends its difference to a ledger, which nobody waits
for, and `fold_tally` adds the ledger to the tally now and then. A reader sums both, so the figures are never stale.

The statement-level triggers see all rows of a statement at once: a COPY of a million memories writes one entry an hour
and tag.
"""

from django.db import migrations

TABLES = """
CREATE TABLE codex_processed.tally (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE TABLE codex_processed.tally_ledger (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);

CREATE FUNCTION codex_processed.fold_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext('codex_processed.fold_tally')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM codex_processed.tally_ledger RETURNING kind, key, amount
    )
    INSERT INTO codex_processed.tally AS tally (kind, key, amount)
    SELECT kind, key, sum(amount) FROM entries GROUP BY kind, key
    ON CONFLICT (kind, key) DO UPDATE SET amount = tally.amount + excluded.amount;
    DELETE FROM codex_processed.tally WHERE amount = 0;
END
$$;
"""

# An hour is written with its zone, in UTC whatever the session's zone is, so that the text reads back as that hour.
MEMORIES = """
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
"""

PROCESSED = """
CREATE FUNCTION codex_processed.tally_processed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.tally WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM codex_processed.tally_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', count(embeddings) FROM new_rows HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', -count(embeddings) FROM old_rows HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER tally_insert AFTER INSERT ON codex_processed.processed_memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_delete AFTER DELETE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_update AFTER UPDATE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
CREATE TRIGGER tally_truncate AFTER TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();
"""


class Migration(migrations.Migration):
    dependencies = [("memories", "0001_initial")]

    operations = [migrations.RunSQL(TABLES), migrations.RunSQL(MEMORIES), migrations.RunSQL(PROCESSED)]

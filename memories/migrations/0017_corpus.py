"""What rankings know of all memories: how many there are, how common words are, and when memories were stored.

PostgreSQL's own statistics change whenever a table is analysed, and with them the order of what a search returns. These
here are a row that all processes read. A search makes it anew where the data have changed by a fifth, and nothing else
does: so while nothing changes, every page comes from the same figures, whoever serves it.

The words are counted in a sample of pages, about 4 MB of the table, which takes some 50 ms at any size.
"""

from django.db import migrations

# The number of memories by hour has a row for each hour; a search needs the sum at once.
COUNT = """
SELECT pg_advisory_xact_lock(hashtext('codex_processed.fold_tally'));
INSERT INTO codex_processed.tally (kind, key, amount)
SELECT 'memory_count', '', sum(amount) FROM codex_processed.tally WHERE kind = 'memories' HAVING sum(amount) <> 0
ON CONFLICT (kind, key) DO UPDATE SET amount = excluded.amount;

CREATE OR REPLACE FUNCTION codex_processed.fold_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext('codex_processed.fold_tally')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM codex_processed.tally_ledger RETURNING kind, key, amount
    ), sums AS (
        SELECT kind, key, sum(amount) AS amount FROM entries GROUP BY kind, key
        UNION ALL
        SELECT 'memory_count', '', sum(amount) FROM entries WHERE kind = 'memories' HAVING count(*) > 0
    )
    INSERT INTO codex_processed.tally AS tally (kind, key, amount) SELECT kind, key, amount FROM sums
    ON CONFLICT (kind, key) DO UPDATE SET amount = tally.amount + excluded.amount;
    DELETE FROM codex_processed.tally WHERE amount = 0;
END
$$;

"""

# `memories` and `content_bytes` are what the data were when the row was made.
TABLE = """
CREATE TABLE IF NOT EXISTS codex_processed.corpus_statistics (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version timestamptz NOT NULL DEFAULT clock_timestamp(),
    memories bigint NOT NULL DEFAULT 0,
    content_bytes bigint NOT NULL DEFAULT 0,
    sampled integer NOT NULL DEFAULT 0,
    words text[] NOT NULL DEFAULT '{}',
    word_counts integer[] NOT NULL DEFAULT '{}',
    bounds timestamptz[] NOT NULL DEFAULT '{}'
);
INSERT INTO codex_processed.corpus_statistics DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE OR REPLACE VIEW codex_processed.corpus AS
WITH entries AS (
    SELECT kind, amount FROM codex_processed.tally
    WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings') AND key = ''
    UNION ALL
    SELECT kind, amount FROM codex_processed.tally_ledger WHERE kind IN ('memories', 'content_bytes', 'with_embeddings')
), now AS (
    SELECT
        coalesce(sum(amount) FILTER (WHERE kind IN ('memory_count', 'memories')), 0)::bigint AS memories,
        coalesce(sum(amount) FILTER (WHERE kind = 'content_bytes'), 0)::bigint AS content_bytes,
        coalesce(sum(amount) FILTER (WHERE kind = 'with_embeddings'), 0)::bigint AS embeddings
    FROM entries
)
SELECT known.version, now.memories, now.embeddings, now.content_bytes,
    abs(now.memories - known.memories) > known.memories / 5
        OR abs(now.content_bytes - known.content_bytes) > 100000 + known.content_bytes / 5 AS is_outdated
FROM codex_processed.corpus_statistics AS known, now;

CREATE OR REPLACE FUNCTION codex_processed.forget_corpus() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM codex_processed.tally WHERE kind = 'memory_count';
    DELETE FROM codex_processed.corpus_statistics;
    INSERT INTO codex_processed.corpus_statistics DEFAULT VALUES;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER forget_corpus AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.forget_corpus();
"""

# Of a search vector that is too large for its row, which takes a hundred times as long to count, only the words of
# summary and context are.
RENEW = """
CREATE OR REPLACE FUNCTION codex_processed.renew_corpus_statistics() RETURNS SETOF codex_processed.corpus_statistics
LANGUAGE plpgsql AS $$
DECLARE
    sample text;
BEGIN
    -- One at a time; whoever waited finds it done.
    PERFORM pg_advisory_xact_lock(hashtext('codex_processed.renew_corpus_statistics'));
    IF (SELECT is_outdated FROM codex_processed.corpus) THEN
        sample := format('public.memories TABLESAMPLE SYSTEM (%s) REPEATABLE (0)', least(
            100.0 * 512 * current_setting('block_size')::int / greatest(pg_relation_size('public.memories'), 1), 100
        ));
        EXECUTE format($statement$
            WITH words AS MATERIALIZED (
                SELECT word, ndoc FROM ts_stat($vectors$
                    SELECT CASE WHEN pg_column_size(search_vector) > 8000
                        THEN summary_vector || context_vector ELSE search_vector END FROM %1$s
                $vectors$) ORDER BY ndoc DESC, word LIMIT 2000
            )
            UPDATE codex_processed.corpus_statistics SET
                version = clock_timestamp(), memories = now.memories, content_bytes = now.content_bytes,
                sampled = counted.memories,
                words = ARRAY(SELECT word FROM words ORDER BY ndoc DESC, word),
                word_counts = ARRAY(SELECT ndoc FROM words ORDER BY ndoc DESC, word),
                bounds = ARRAY(SELECT created_at FROM public.memories ORDER BY created_at LIMIT 1) || counted.bounds
            FROM codex_processed.corpus AS now, (
                SELECT count(*) AS memories, percentile_disc(
                    (SELECT array_agg(percent / 100.0::float8) FROM generate_series(0, 100) AS percent)
                ) WITHIN GROUP (ORDER BY created_at) AS bounds FROM %1$s
            ) AS counted
        $statement$, sample);
    END IF;
    RETURN QUERY TABLE codex_processed.corpus_statistics;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("memories", "0016_embedded_signs")]

    operations = [migrations.RunSQL(statement) for statement in (COUNT, TABLE, RENEW)]

"""Postings: which memories have a tag, or a top-level scalar in their metadata, in the order of time.

No GIN index gives the memories with a tag in the order of time. A page of the newest had to read all that match, or
everything from the newest on until enough matched, whichever the planner's statistics suggested; and they know nothing
of when a tag was in use. A B-tree over (term, time, memory) reads just the page.

A term is `t` and the tag, or `m` and a hash of the metadata's key and value. A memory with more scalars than 64 has the
one term `m*` instead, and searches check its metadata itself. Triggers keep the table; they hold no lock but those of
the rows at hand, and what existed before is posted in batches that lock only their own memories.
"""

from django.db import migrations, models

TABLE = """
CREATE TABLE IF NOT EXISTS codex_processed.postings (
    term text NOT NULL,
    created_at timestamptz NOT NULL,
    memory_id uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (term, created_at, memory_id)
);
CREATE INDEX IF NOT EXISTS idx_postings_updated_at ON codex_processed.postings (term, updated_at, memory_id);
"""

# Numbers are equal whatever their digits: 1.0 contains 1. In the SQL standard's form, whose names are resolved here.
TERMS = """
CREATE OR REPLACE FUNCTION codex_processed.metadata_terms(metadata jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN count(*) > 64 THEN ARRAY['m*'] ELSE coalesce(array_agg(
        'm' || left(encode(sha256(convert_to(jsonb_build_array(
            key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(trim_scale(value::numeric)) ELSE value END
        )::text, 'UTF8')), 'base64'), 11) ORDER BY key
    ), '{}') END
    FROM jsonb_each(CASE jsonb_typeof(metadata) WHEN 'object' THEN metadata ELSE '{}' END)
    WHERE jsonb_typeof(value) NOT IN ('object', 'array')
);

CREATE OR REPLACE FUNCTION codex_processed.terms(tags text[], metadata jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT 't' || tag FROM unnest(tags) AS tag WHERE tag IS NOT NULL
    UNION ALL SELECT unnest(codex_processed.metadata_terms(metadata));
END;
"""

POST = """
CREATE OR REPLACE FUNCTION codex_processed.post_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE codex_processed.postings;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
            EXCEPT
            SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        )
        DELETE FROM codex_processed.postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        EXCEPT
        SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM codex_processed.postings USING old_rows, codex_processed.terms(tags, metadata) AS gone
        WHERE postings.term = gone AND postings.created_at = old_rows.created_at AND memory_id = old_rows.id;
    ELSE
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term;
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER post_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE OR REPLACE TRIGGER post_update AFTER UPDATE ON public.memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE OR REPLACE TRIGGER post_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
CREATE OR REPLACE TRIGGER post_truncate AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();
"""

# From here on the triggers post what is new. Each batch locks its memories, so that nobody changes one between the
# reading and the posting. Oldest first, as they were stored.
FILL = """
DO $$
DECLARE
    since timestamptz := '-infinity';
    last_id uuid := '00000000-0000-0000-0000-000000000000';
    posted bigint;
BEGIN
    LOOP
        WITH batch AS MATERIALIZED (
            SELECT id, created_at, updated_at, tags, metadata FROM public.memories
            WHERE (created_at, id) > (since, last_id) AND created_at >= since
            ORDER BY created_at, id LIMIT 2000 FOR NO KEY UPDATE
        ), added AS (
            INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
            SELECT id, term, created_at, updated_at FROM batch, codex_processed.terms(tags, metadata) AS term
            ON CONFLICT DO NOTHING
        )
        SELECT count(*), max(created_at), (array_agg(id ORDER BY created_at DESC, id DESC))[1]
        INTO posted, since, last_id FROM batch;
        COMMIT;
        EXIT WHEN posted = 0;
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0014_extreme_embeddings")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in (TABLE, TERMS, POST, FILL)],
            state_operations=[
                migrations.CreateModel(
                    "Posting",
                    [
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "term",
                                "created_at",
                                "memory_id",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("term", models.TextField()),
                        ("created_at", models.DateTimeField()),
                        ("memory_id", models.UUIDField()),
                        ("updated_at", models.DateTimeField()),
                    ],
                    options={
                        "db_table": "postings",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["term", "updated_at", "memory_id"], name="idx_postings_updated_at")
                        ],
                    },
                )
            ],
        ),
        # What the planner knows of it; autovacuum would come within a minute.
        migrations.RunSQL("ANALYZE codex_processed.postings"),
    ]

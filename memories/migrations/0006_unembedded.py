"""Which memories have no embedding, kept by triggers.

A curator who asks for them at a million memories, when only ten lack one, would else wait for a million look-ups: no
index tells what is absent. The triggers run once a statement, after all of it: a store with its embedding finds that
and writes nothing here.

No foreign key: its check would run for each row deleted, and Django's flush refuses tables that an unknown one names.
"""

from django.db import migrations, models

TABLE = """
CREATE TABLE codex_processed.unembedded (memory_id uuid PRIMARY KEY);

INSERT INTO codex_processed.unembedded (memory_id)
SELECT id FROM public.memories AS memory
WHERE NOT EXISTS (
    SELECT FROM codex_processed.processed_memories AS processed
    WHERE processed.memory_id = memory.id AND processed.embeddings IS NOT NULL
);
"""

MEMORIES = """
CREATE FUNCTION codex_processed.unembedded_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO codex_processed.unembedded (memory_id)
        SELECT id FROM new_rows AS memory
        WHERE NOT EXISTS (
            SELECT FROM codex_processed.processed_memories AS processed
            WHERE processed.memory_id = memory.id AND processed.embeddings IS NOT NULL
        )
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM codex_processed.unembedded USING old_rows WHERE memory_id = old_rows.id;
    ELSE
        TRUNCATE codex_processed.unembedded;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER unembedded_insert AFTER INSERT ON public.memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_memories();
CREATE TRIGGER unembedded_delete AFTER DELETE ON public.memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_memories();
CREATE TRIGGER unembedded_truncate AFTER TRUNCATE ON public.memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_memories();
"""

# When a memory goes, its processing goes with it: what is no memory any more must not come back here.
PROCESSED = """
CREATE FUNCTION codex_processed.unembedded_processed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        DELETE FROM codex_processed.unembedded AS lacking USING new_rows
        WHERE lacking.memory_id = new_rows.memory_id AND new_rows.embeddings IS NOT NULL;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.unembedded (memory_id)
        SELECT DISTINCT memory.id FROM old_rows JOIN public.memories AS memory ON memory.id = old_rows.memory_id
        WHERE old_rows.embeddings IS NOT NULL AND NOT EXISTS (
            SELECT FROM codex_processed.processed_memories AS processed
            WHERE processed.memory_id = memory.id AND processed.embeddings IS NOT NULL
        )
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'TRUNCATE' THEN
        INSERT INTO codex_processed.unembedded (memory_id) SELECT id FROM public.memories ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER unembedded_insert AFTER INSERT ON codex_processed.processed_memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_processed();
CREATE TRIGGER unembedded_update AFTER UPDATE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_processed();
CREATE TRIGGER unembedded_delete AFTER DELETE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_processed();
CREATE TRIGGER unembedded_truncate AFTER TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.unembedded_processed();
"""


class Migration(migrations.Migration):
    dependencies = [("memories", "0005_admin_indexes")]

    operations = [
        migrations.RunSQL(TABLE),
        migrations.RunSQL(MEMORIES),
        migrations.RunSQL(PROCESSED),
        # The other way round: the few that have one.
        migrations.AddIndex(
            model_name="processedmemory",
            index=models.Index(
                fields=["memory"], condition=models.Q(embeddings__isnull=False), name="idx_processed_embedded"
            ),
        ),
    ]

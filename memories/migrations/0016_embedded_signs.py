"""The index of the nearest moves to a table of its own, so that new tags leave it alone.

PostgreSQL writes an updated row into all indexes of its table, or into none if no indexed column changes. Migration
0013 put what searches filter by beside the signs, with an index on either; since then a change of tags on every memory
wrote every embedding into HNSW once more. Here HNSW is on a table that has nothing but the signs, `embedded_signs`.
`embedded_memories` keeps a copy of them, because a filter that leaves thousands of embeddings reads them there page by
page: to look each up in the other table takes 1.6 to 10 times as long.

Each statement is a transaction of its own and can be repeated, and neither readers nor stores wait for it: some 20
seconds for 100,000 embeddings. Until the end, searches use the old index.
"""

import pgvector.django
from django.conf import settings
from django.db import migrations, models

DIMENSIONS = settings.EMBEDDING_DIMENSIONS

# Who takes a row out of `embedded_memories` takes it out here.
TABLE = f"""
CREATE TABLE IF NOT EXISTS codex_processed.embedded_signs (
    memory_id uuid PRIMARY KEY REFERENCES codex_processed.embedded_memories ON DELETE CASCADE,
    signs bit({DIMENSIONS}) NOT NULL
);
ALTER TABLE codex_processed.embedded_signs ALTER COLUMN signs SET STORAGE PLAIN;
"""

# Every writer of `embedded_memories` is followed, a server of an earlier version too. Signs that stay as they are make
# no new entry in HNSW.
FOLLOW = """
CREATE OR REPLACE FUNCTION codex_processed.follow_signs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO codex_processed.embedded_signs AS known (memory_id, signs) VALUES (NEW.memory_id, NEW.signs)
    ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE known.signs <> excluded.signs;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER follow_signs_insert AFTER INSERT ON codex_processed.embedded_memories
    FOR EACH ROW EXECUTE FUNCTION codex_processed.follow_signs();
CREATE OR REPLACE TRIGGER follow_signs_update AFTER UPDATE OF signs ON codex_processed.embedded_memories
    FOR EACH ROW WHEN (NEW.signs <> OLD.signs) EXECUTE FUNCTION codex_processed.follow_signs();
"""

# From here on the triggers add what is new. The lock makes whoever deletes one meanwhile wait; whoever changes its
# signs waits at the row added here, and then changes that.
FILL = """
INSERT INTO codex_processed.embedded_signs (memory_id, signs)
SELECT memory_id, signs FROM codex_processed.embedded_memories ORDER BY created_at FOR KEY SHARE
ON CONFLICT (memory_id) DO NOTHING
"""

INDEX = (
    "DROP INDEX CONCURRENTLY IF EXISTS codex_processed.idx_embedded_signs_new",
    "CREATE INDEX CONCURRENTLY idx_embedded_signs_new ON codex_processed.embedded_signs"
    " USING hnsw (signs bit_hamming_ops) WITH (m = 8, ef_construction = 64)",
    "DROP INDEX CONCURRENTLY IF EXISTS codex_processed.idx_embedded_signs",
    "ALTER INDEX codex_processed.idx_embedded_signs_new RENAME TO idx_embedded_signs",
)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0015_postings")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in (TABLE, FOLLOW, FILL, *INDEX)],
            state_operations=[
                migrations.RemoveIndex("embeddedmemory", "idx_embedded_signs"),
                migrations.CreateModel(
                    "EmbeddedSigns",
                    [
                        (
                            "memory",
                            models.OneToOneField(
                                "memories.Memory",
                                models.DO_NOTHING,
                                primary_key=True,
                                serialize=False,
                                db_constraint=False,
                                related_name="+",
                            ),
                        ),
                        ("signs", pgvector.django.BitField(length=DIMENSIONS)),
                    ],
                    options={
                        "db_table": "embedded_signs",
                        "default_permissions": (),
                        "indexes": [
                            pgvector.django.HnswIndex(
                                fields=["signs"],
                                opclasses=["bit_hamming_ops"],
                                m=8,
                                ef_construction=64,
                                name="idx_embedded_signs",
                            )
                        ],
                    },
                ),
            ],
        ),
        # What the planner knows of it; autovacuum would come within a minute.
        migrations.RunSQL("ANALYZE codex_processed.embedded_signs"),
    ]

"""Embeddings whose numbers are so large or so small that pgvector cannot compute with them.

pgvector sums the squares of 32-bit floats as 32-bit floats. Of large numbers these sums are infinite, and of small ones
zero: the cosine distance is then not a number, or simply wrong. The mean, around which signs are taken, overflowed too,
and was refused where it is too small for a 32-bit float. `l2_normalize` alone computes in 64 bits.

So an embedding whose length is beyond 1e-15 and 1e15 is compared by a second one, `direction`: the same direction, of
length 1. What was sent stays as it is in `embeddings`. The others, which are all that models make, have none. Their
signs are computed as before; they stay valid.

Each statement is a transaction of its own and can be repeated. The last one reads all embeddings once, without a lock
that others wait for: some 5 seconds for a million.
"""

import pgvector.django
from django.conf import settings
from django.db import migrations

DIMENSIONS = settings.EMBEDDING_DIMENSIONS

EXTREME = "NOT vector_norm({0}) BETWEEN 1e-15 AND 1e15"

COLUMN = f"""
ALTER TABLE codex_processed.processed_memories ADD COLUMN IF NOT EXISTS direction vector({DIMENSIONS});
ALTER TABLE codex_processed.processed_memories ALTER COLUMN direction SET STORAGE EXTERNAL;
"""

# An array of 64-bit floats becomes a vector without a check for numbers that are too small: they become zero.
SIGNS = f"""binary_quantize({{0}} - array_fill(
        ({{0}} <#> array_fill(1::real, ARRAY[{DIMENSIONS}])::vector) / -{DIMENSIONS}.0, ARRAY[{DIMENSIONS}]
    )::vector)"""

# In the SQL standard's form, whose names are resolved here: restoring a dump runs with an empty search path. Its
# arguments are repeated, because a function with a subquery could not be inlined.
FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION codex_processed.direction(embedding vector) RETURNS vector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN {EXTREME.format("embedding")} THEN l2_normalize(embedding) END;

CREATE OR REPLACE FUNCTION codex_processed.quantized(embedding vector) RETURNS bit
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN {EXTREME.format("embedding")}
    THEN {SIGNS.format("l2_normalize(embedding)")}
    ELSE {SIGNS.format("embedding")}
END;

CREATE OR REPLACE FUNCTION codex_processed.set_direction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.direction := codex_processed.direction(NEW.embeddings);
    RETURN NEW;
END
$$;
"""

# A store with an ordinary embedding, or with none, pays for the condition only.
TRIGGERS = f"""
CREATE OR REPLACE TRIGGER set_direction_insert BEFORE INSERT ON codex_processed.processed_memories
    FOR EACH ROW WHEN (NEW.direction IS NOT NULL OR {EXTREME.format("NEW.embeddings")})
    EXECUTE FUNCTION codex_processed.set_direction();
CREATE OR REPLACE TRIGGER set_direction_update BEFORE UPDATE OF embeddings, direction
    ON codex_processed.processed_memories
    FOR EACH ROW EXECUTE FUNCTION codex_processed.set_direction();
"""

# The trigger of migration 0013 makes their signs anew.
FILL = f"""
UPDATE codex_processed.processed_memories SET direction = codex_processed.direction(embeddings)
WHERE direction IS NULL AND embeddings IS NOT NULL AND {EXTREME.format("embeddings")}
"""  # noqa: S608 - no value is in it


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0013_embedded_memories")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in (COLUMN, FUNCTIONS, TRIGGERS, FILL)],
            state_operations=[
                migrations.AddField(
                    "processedmemory",
                    "direction",
                    pgvector.django.VectorField(
                        dimensions=DIMENSIONS,
                        null=True,
                        blank=True,
                        editable=False,
                        help_text="Of an embedding that pgvector cannot compute with, at length 1; kept by a trigger.",
                    ),
                ),
            ],
        ),
    ]

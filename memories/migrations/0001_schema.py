"""The tables of memories with their indexes, functions and triggers: one file each in sql/0001_schema.

This is what the first sixteen migrations made together, except for the group of 0004. A database that has them all is
up to date. It is one transaction, so a database that has only some of them was made by an earlier version, and is
refused (`memories.schema.check_history`).
"""

import uuid
from pathlib import Path

import pgvector.django
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.models.functions import Left, Length, Now
from django.db.models.lookups import LessThanOrEqual

from memories.db.fields import RealField

DIMENSIONS = settings.EMBEDDING_DIMENSIONS
DIMENSIONS_IN_A_PAGE = 1_900  # what fits into 8 kB, four bytes each, with the other columns
VALUES = {
    ":dimensions": str(DIMENSIONS),
    ":storage": "PLAIN" if DIMENSIONS <= DIMENSIONS_IN_A_PAGE else "EXTERNAL",
}
FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FUNCTIONS = ("quantized", "direction", "marks", "metadata_terms", "terms")
TABLES = (
    *("memories", "processed_memories", "embedded_memories", "embedded_signs", "postings", "schema_migrations"),
    *("tally", "fold_tally"),
)
TRIGGERS = (
    *("set_direction", "mark_embedded", "follow_memory", "follow_signs", "post_memories"),
    *("tally_memories", "tally_processed", "notify_change"),
)


def sql(name: str) -> migrations.RunSQL:
    """The statements of a file; `:dimensions` and `:storage` are written as variables of psql."""
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    for variable, value in VALUES.items():
        text = text.replace(variable, value)
    return migrations.RunSQL(text)


# The tables' expressions once more, for `makemigrations`, which compares them with the models'.


def english(expression):
    return models.Func(expression, template="to_tsvector('english', %(expressions)s)", output_field=SearchVectorField())


def weighted_words(expression, weight):
    words = models.Func(
        expression,
        template=r"translate(%(expressions)s, './_-:@=\#~+*<>[](){}`', '                     ')",
        output_field=models.TextField(),
    )
    template = f"setweight(%(expressions)s, '{weight}')"
    return models.Func(english(words), template=template, output_field=SearchVectorField())


def generated(expression, output_field, **options):
    return models.GeneratedField(expression=expression, output_field=output_field, db_persist=True, **options)


def at_most(expression, limit):
    return models.Q(LessThanOrEqual(expression, limit))


def measured(function, field):
    return models.Func(field, function=function, output_field=models.IntegerField())


def identifier():
    return models.UUIDField(
        primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False, serialize=False
    )


def memory_of_same_key():
    return models.OneToOneField(
        "memories.Memory",
        models.DO_NOTHING,
        primary_key=True,
        serialize=False,
        db_constraint=False,
        related_name="+",
    )


MEMORY = migrations.CreateModel(
    "Memory",
    [
        ("id", identifier()),
        ("content", models.TextField()),
        ("content_hash", models.CharField(help_text="SHA-256 of the content's UTF-8, in hex.", max_length=64)),
        ("context", models.TextField(help_text="Where it was learned, and for what.")),
        ("summary", models.TextField()),
        ("tags", ArrayField(models.TextField(), blank=True, db_default=[], default=list)),
        ("metadata", models.JSONField(blank=True, db_default={}, default=dict)),
        ("created_at", models.DateTimeField(db_default=Now())),
        ("updated_at", models.DateTimeField(db_default=Now())),
        (
            "content_length",
            generated(
                Length("content"),
                models.IntegerField(),
                help_text="In characters; kept because reading it off a megabyte of content costs milliseconds.",
            ),
        ),
        ("context_vector", generated(english("context"), SearchVectorField())),
        ("summary_vector", generated(english("summary"), SearchVectorField())),
        (
            "search_vector",
            generated(
                models.Func(
                    weighted_words("summary", "A"),
                    weighted_words("context", "B"),
                    weighted_words(Left("content", 131_072), "C"),
                    template="(%(expressions)s)",
                    arg_joiner=" || ",
                    output_field=SearchVectorField(),
                ),
                SearchVectorField(),
            ),
        ),
        (
            "has_embedding",
            models.BooleanField(
                default=False,
                db_default=False,
                editable=False,
                help_text="Kept by a trigger, so that the indexes know.",
            ),
        ),
    ],
    {
        "db_table": "memories",
        "verbose_name_plural": "memories",
        "constraints": [
            models.UniqueConstraint(fields=["content_hash"], name="idx_memories_content_hash"),
            models.CheckConstraint(
                condition=at_most(measured("octet_length", "content"), 1_048_576), name="memories_content_check"
            ),
            models.CheckConstraint(condition=at_most(Length("context"), 1_000), name="memories_context_check"),
            models.CheckConstraint(condition=at_most(Length("summary"), 500), name="memories_summary_check"),
            models.CheckConstraint(condition=at_most(measured("cardinality", "tags"), 50), name="memories_tags_check"),
            models.CheckConstraint(
                condition=at_most(measured("pg_column_size", "metadata"), 16_384), name="memories_metadata_check"
            ),
        ],
        "indexes": [
            models.Index(models.F("created_at").desc(), name="idx_memories_created_at"),
            models.Index(models.F("updated_at").desc(), name="idx_memories_updated_at"),
            models.Index(fields=["content_length"], name="idx_memories_content_length"),
            models.Index(
                models.F("created_at").desc(), condition=models.Q(has_embedding=True), name="idx_memories_embedded"
            ),
            models.Index(
                models.F("created_at").desc(), condition=models.Q(has_embedding=False), name="idx_memories_unembedded"
            ),
            GinIndex(fields=["tags"], name="idx_memories_tags"),
            GinIndex(fields=["metadata"], name="idx_memories_metadata"),
            GinIndex(fields=["context_vector"], name="idx_memories_context_fts"),
            GinIndex(fields=["summary_vector"], name="idx_memories_summary_fts"),
            GinIndex(
                *(models.F(name) for name in ("search_vector", "tags", "context_vector", "summary_vector")),
                models.Func(
                    "created_at",
                    "has_embedding",
                    function="codex_processed.marks",
                    output_field=ArrayField(models.BigIntegerField()),
                ),
                name="idx_memories_search",
            ),
        ],
    },
)

PROCESSED_MEMORY = migrations.CreateModel(
    "ProcessedMemory",
    [
        ("id", identifier()),
        (
            "memory",
            models.ForeignKey(
                "memories.Memory", models.CASCADE, related_name="processed", db_constraint=False, db_index=False
            ),
        ),
        ("insights", models.JSONField(blank=True, null=True)),
        ("embeddings", pgvector.django.VectorField(dimensions=DIMENSIONS, null=True, blank=True)),
        (
            "direction",
            pgvector.django.VectorField(
                dimensions=DIMENSIONS,
                null=True,
                blank=True,
                editable=False,
                help_text="Of an embedding that pgvector cannot compute with, at length 1; kept by a trigger.",
            ),
        ),
        ("entities", models.JSONField(blank=True, null=True)),
        ("sentiment", RealField(blank=True, null=True)),
        ("processed_at", models.DateTimeField(db_default=Now())),
        ("processing_version", models.IntegerField(db_default=1, default=1)),
    ],
    {
        "db_table": "processed_memories",
        "verbose_name_plural": "processed memories",
        "constraints": [
            models.UniqueConstraint(
                fields=["memory", "processing_version"], name="processed_memories_memory_id_processing_version_key"
            ),
            models.CheckConstraint(
                condition=at_most(measured("pg_column_size", "insights"), 65_536),
                name="processed_memories_insights_check",
            ),
            models.CheckConstraint(
                condition=at_most(measured("pg_column_size", "entities"), 32_768),
                name="processed_memories_entities_check",
            ),
            models.CheckConstraint(
                condition=models.Q(sentiment__gte=-1.0, sentiment__lte=1.0), name="processed_memories_sentiment_check"
            ),
        ],
        "indexes": [
            models.Index(fields=["memory"], name="idx_processed_memory_id"),
            models.Index(
                fields=["sentiment", "memory"],
                condition=models.Q(sentiment__isnull=False),
                name="idx_processed_sentiment",
            ),
            models.Index(
                fields=["memory"], condition=models.Q(embeddings__isnull=False), name="idx_processed_embeddings"
            ),
        ],
    },
)

FILTERS = ["tags", "context_vector", "summary_vector", "metadata"]
EMBEDDED_MEMORY = migrations.CreateModel(
    "EmbeddedMemory",
    [
        ("memory", memory_of_same_key()),
        ("created_at", models.DateTimeField()),
        ("signs", pgvector.django.BitField(length=DIMENSIONS)),
        ("tags", ArrayField(models.TextField())),
        ("metadata", models.JSONField()),
        ("context_vector", SearchVectorField()),
        ("summary_vector", SearchVectorField()),
    ],
    {
        "db_table": "embedded_memories",
        "default_permissions": (),
        "indexes": [
            GinIndex(fields=FILTERS, name="idx_embedded_search"),
            models.Index(models.F("created_at").desc(), name="idx_embedded_created_at"),
        ],
    },
)

EMBEDDED_SIGNS = migrations.CreateModel(
    "EmbeddedSigns",
    [("memory", memory_of_same_key()), ("signs", pgvector.django.BitField(length=DIMENSIONS))],
    {
        "db_table": "embedded_signs",
        "default_permissions": (),
        "indexes": [
            pgvector.django.HnswIndex(
                fields=["signs"], opclasses=["bit_hamming_ops"], m=8, ef_construction=64, name="idx_embedded_signs"
            )
        ],
    },
)

POSTING = migrations.CreateModel(
    "Posting",
    [
        (
            "pk",
            models.CompositePrimaryKey(
                "term", "created_at", "memory_id", blank=True, editable=False, primary_key=True, serialize=False
            ),
        ),
        ("term", models.TextField()),
        ("created_at", models.DateTimeField()),
        ("memory_id", models.UUIDField()),
        ("updated_at", models.DateTimeField()),
    ],
    {
        "db_table": "postings",
        "default_permissions": (),
        "indexes": [models.Index(fields=["term", "updated_at", "memory_id"], name="idx_postings_updated_at")],
    },
)

SCHEMA_MIGRATION = migrations.CreateModel(
    "SchemaMigration",
    [
        (
            "version",
            models.IntegerField(primary_key=True, serialize=False, help_text="The running number of its application."),
        ),
        ("app", models.CharField(max_length=255)),
        ("name", models.CharField(max_length=255)),
        ("applied_at", models.DateTimeField(db_default=Now())),
        ("checksum", models.CharField(help_text="SHA-256 of the migration's file, in hex.", max_length=64)),
    ],
    {
        "db_table": "schema_migrations",
        "constraints": [models.UniqueConstraint(fields=["app", "name"], name="schema_migrations_app_name_key")],
    },
)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    replaces = [
        ("memories", name)
        for name in (
            *("0001_initial", "0002_tally", "0003_embedding_index", "0005_admin_indexes", "0006_unembedded"),
            *("0007_notify", "0008_storage", "0009_lighter_embedding_index", "0010_marks", "0011_one_index"),
            *("0012_signs", "0013_embedded_memories", "0014_extreme_embeddings", "0015_postings"),
            "0016_embedded_signs",
        )
    ]

    operations = [
        migrations.RunSQL("CREATE SCHEMA IF NOT EXISTS codex_processed"),
        pgvector.django.VectorExtension(),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in (*FUNCTIONS, *TABLES, *TRIGGERS)],
            state_operations=[
                *(MEMORY, PROCESSED_MEMORY, EMBEDDED_MEMORY, EMBEDDED_SIGNS),
                *(POSTING, SCHEMA_MIGRATION),
            ],
        ),
    ]

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import memories.models
import memories.text
import pgvector.django
import pgvector.django.vector
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.RunSQL("CREATE SCHEMA IF NOT EXISTS codex_processed"),
        pgvector.django.VectorExtension(),
        migrations.CreateModel(
            name='Memory',
            fields=[
                ('id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('content', models.TextField()),
                ('content_hash', models.CharField(help_text="SHA-256 of the content's UTF-8, in hex.", max_length=64)),
                ('context', models.TextField(help_text='Where it was learned, and for what.')),
                ('summary', models.TextField()),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, db_default=[], default=list, size=None)),
                ('metadata', models.JSONField(blank=True, db_default={}, default=dict)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('content_length', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Length('content'), help_text='In characters; kept because reading it off a megabyte of content costs milliseconds.', output_field=models.IntegerField())),
                ('context_vector', models.GeneratedField(db_persist=True, expression=memories.text.EnglishVector('context'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('summary_vector', models.GeneratedField(db_persist=True, expression=memories.text.EnglishVector('summary'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('search_vector', models.GeneratedField(db_persist=True, expression=memories.text.Concatenated(memories.text.Weighted(memories.text.EnglishVector(memories.text.Words(models.F('summary'))), weight='A'), memories.text.Weighted(memories.text.EnglishVector(memories.text.Words(models.F('context'))), weight='B'), memories.text.Weighted(memories.text.EnglishVector(memories.text.Words(django.db.models.functions.text.Left('content', 131072))), weight='C')), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'verbose_name_plural': 'memories',
                'db_table': 'memories',
                'indexes': [models.Index(models.OrderBy(models.F('created_at'), descending=True), name='idx_memories_created_at'), models.Index(models.OrderBy(models.F('updated_at'), descending=True), name='idx_memories_updated_at'), django.contrib.postgres.indexes.GinIndex(fields=['tags'], name='idx_memories_tags'), django.contrib.postgres.indexes.GinIndex(fields=['metadata'], name='idx_memories_metadata'), django.contrib.postgres.indexes.GinIndex(fields=['context_vector'], name='idx_memories_context_fts'), django.contrib.postgres.indexes.GinIndex(fields=['summary_vector'], name='idx_memories_summary_fts'), django.contrib.postgres.indexes.GinIndex(fields=['search_vector'], name='idx_memories_search_vector')],
                'constraints': [models.UniqueConstraint(fields=('content_hash',), name='idx_memories_content_hash'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(memories.models.OctetLength('content'), 1048576)), name='memories_content_check'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('context'), 1000)), name='memories_context_check'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('summary'), 500)), name='memories_summary_check'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(memories.models.Cardinality('tags'), 50)), name='memories_tags_check'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(memories.models.ColumnSize('metadata'), 16384)), name='memories_metadata_check')],
            },
        ),
        migrations.CreateModel(
            name='SchemaMigration',
            fields=[
                ('version', models.IntegerField(help_text='The running number of its application.', primary_key=True, serialize=False)),
                ('app', models.CharField(max_length=255)),
                ('name', models.CharField(max_length=255)),
                ('applied_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('checksum', models.CharField(help_text="SHA-256 of the migration's file, in hex.", max_length=64)),
            ],
            options={
                'db_table': 'schema_migrations',
                'constraints': [models.UniqueConstraint(fields=('app', 'name'), name='schema_migrations_app_name_key')],
            },
        ),
        migrations.CreateModel(
            name='ProcessedMemory',
            fields=[
                ('id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('insights', models.JSONField(blank=True, null=True)),
                ('embeddings', pgvector.django.vector.VectorField(blank=True, dimensions=settings.EMBEDDING_DIMENSIONS, null=True)),
                ('entities', models.JSONField(blank=True, null=True)),
                ('sentiment', memories.models.RealField(blank=True, null=True)),
                ('processed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('processing_version', models.IntegerField(db_default=1, default=1)),
                ('memory', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='processed', to='memories.memory')),
            ],
            options={
                'verbose_name_plural': 'processed memories',
                'db_table': 'processed_memories',
                'indexes': [models.Index(fields=['memory'], name='idx_processed_memory_id')],
                'constraints': [models.UniqueConstraint(fields=('memory', 'processing_version'), name='processed_memories_memory_id_processing_version_key'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(memories.models.ColumnSize('insights'), 65536)), name='processed_memories_insights_check'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(memories.models.ColumnSize('entities'), 32768)), name='processed_memories_entities_check'), models.CheckConstraint(condition=models.Q(('sentiment__gte', -1.0), ('sentiment__lte', 1.0)), name='processed_memories_sentiment_check')],
            },
        ),
        # Made in the first schema of the search path, the table moves to its own; names resolve through the path.
        migrations.RunSQL("ALTER TABLE processed_memories SET SCHEMA codex_processed"),
        migrations.RunSQL(
            """
            ALTER TABLE codex_processed.processed_memories
            ADD CONSTRAINT processed_memories_memory_id_fkey
            FOREIGN KEY (memory_id) REFERENCES public.memories (id) ON DELETE CASCADE
            """
        ),
    ]

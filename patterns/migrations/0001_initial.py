import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import memories.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('memories', '0002_tally'),
    ]

    operations = [
        migrations.CreateModel(
            name='CodePattern',
            fields=[
                ('id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('pattern_type', models.CharField(max_length=50)),
                ('pattern_signature', models.TextField()),
                ('frequency', memories.models.RealField()),
                ('confidence', memories.models.RealField()),
                ('ast_features', models.JSONField(blank=True, null=True)),
                ('language', models.CharField(max_length=20)),
                ('discovered_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('memory', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='patterns', to='memories.memory')),
            ],
            options={
                'db_table': 'code_patterns',
                'indexes': [models.Index(fields=['memory'], name='idx_patterns_memory_id'), models.Index(fields=['pattern_type', 'language'], name='idx_patterns_type_lang'), models.Index(models.OrderBy(models.F('frequency'), descending=True), name='idx_patterns_frequency')],
                'constraints': [models.UniqueConstraint(fields=('memory', 'language', 'pattern_type', 'pattern_signature'), name='code_patterns_memory_id_language_type_signature_key'), models.CheckConstraint(condition=models.Q(('frequency__gte', 0), ('frequency__lte', 1)), name='code_patterns_frequency_check'), models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='code_patterns_confidence_check')],
            },
        ),
        migrations.RunSQL("ALTER TABLE code_patterns SET SCHEMA codex_processed"),
        migrations.RunSQL(
            """
            ALTER TABLE codex_processed.code_patterns
            ADD CONSTRAINT code_patterns_memory_id_fkey
            FOREIGN KEY (memory_id) REFERENCES public.memories (id) ON DELETE CASCADE
            """
        ),
    ]

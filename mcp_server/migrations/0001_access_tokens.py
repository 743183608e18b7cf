"""Bearer tokens for the HTTP server, by their SHA-256."""

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.models.functions import Now

# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"

ACCESS_TOKEN = migrations.CreateModel(
    "AccessToken",
    [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("name", models.TextField()),
        (
            "token_hash",
            models.CharField(editable=False, help_text="SHA-256 in hex.", max_length=64, unique=True),
        ),
        (
            "projects",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                blank=True,
                db_default=[],
                default=list,
                help_text="Confined to these; empty for all.",
                size=None,
            ),
        ),
        ("is_read_only", models.BooleanField(db_default=False, default=False)),
        ("created_at", models.DateTimeField(db_default=Now(), editable=False)),
        ("created_by", models.TextField(blank=True, db_default="", default="", editable=False)),
        ("expires_at", models.DateTimeField(blank=True, null=True)),
        ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
        ("last_used_at", models.DateTimeField(blank=True, editable=False, help_text="To the minute.", null=True)),
    ],
    {
        "db_table": "access_tokens",
        "constraints": [
            models.UniqueConstraint(
                condition=models.Q(("revoked_at__isnull", True)), fields=("name",), name="access_tokens_name_key"
            )
        ],
    },
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("memories", "0001_schema")]
    operations = [migrations.RunSQL(SEARCH_PATH, migrations.RunSQL.noop), ACCESS_TOKEN]

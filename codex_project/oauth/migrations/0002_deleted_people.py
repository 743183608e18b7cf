"""The database deletes the tokens of a person who is deleted.

Django does it only where these tables are installed. Another server on the same database, without the extra `oauth`,
could not delete anybody who has used OAuth.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    dependencies = [
        ("codex_oauth", "0001_consents"),
        ("oauth2_provider", "0022_refreshtoken_token_family_index"),  # after it, all foreign keys are there
    ]

    operations = [
        migrations.RunSQL(
            (FOLDER / "cascade.sql").read_text(encoding="utf-8"),
            migrations.RunSQL.noop,  # so that `migrate codex_oauth zero` works, before the extra is removed for good
        )
    ]

"""The group `curator`: people who may view, retag and delete what agents stored, and add nothing.

Django makes a model's permissions only after all migrations have run, so those that the group needs are made here, as
Django would make them.
"""

from typing import Any

from django.db import migrations

GROUP = "curator"
PERMISSIONS = {
    ("memories", "memory"): ("view", "change", "delete"),  # all that a change reaches is the tags
    ("memories", "processedmemory"): ("view", "delete"),
    ("patterns", "codepattern"): ("view", "delete"),
    ("admin", "logentry"): ("view",),
}
NAMES = {
    "memory": "memory",
    "processedmemory": "processed memory",
    "codepattern": "code pattern",
    "logentry": "log entry",
}


def make_group(apps: Any, _schema_editor: Any) -> None:
    """Make the group, with its permissions; one that exists keeps what an administrator has changed."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    group, is_new = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    if not is_new:
        return
    for (app, model), actions in PERMISSIONS.items():
        content_type, _ = content_types.get_or_create(app_label=app, model=model)
        for action in actions:
            permission, _ = permissions.get_or_create(
                codename=f"{action}_{model}",
                content_type=content_type,
                defaults={"name": f"Can {action} {NAMES[model]}"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("memories", "0001_schema"),
        ("patterns", "0001_schema"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    replaces = [("memories", "0004_curator_group")]

    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]

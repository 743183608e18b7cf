"""The command line: `codex-memory`, `python manage.py` and `python -m codex_project`."""

import os
import sys


def main() -> None:
    """Run the management command given on the command line.

    With an invalid configuration, every command prints one sentence to stderr and exits with status 1.
    """
    from codex_project import light

    if light.run(sys.argv[1:]):
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codex_project.settings")

    from codex_project.config import ConfigurationError

    try:
        from django.conf import settings

        settings.INSTALLED_APPS  # noqa: B018 - loads all settings, which reports an invalid variable
    except ConfigurationError as error:
        sys.exit(f"codex-memory: {error}")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

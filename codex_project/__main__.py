"""The command line: `codex-memory`, `python manage.py` and `python -m codex_project` all come here."""

import os
import sys


def main() -> None:
    """Run the management command named on the command line.

    A configuration that cannot be used is one sentence on stderr and exit status 1, whatever the command.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codex_project.settings")

    from codex_project.config import ConfigurationError

    try:
        from django.conf import settings

        settings.INSTALLED_APPS  # noqa: B018 - reading any setting loads them all, so a bad variable shows here
    except ConfigurationError as error:
        sys.exit(f"codex-memory: {error}")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

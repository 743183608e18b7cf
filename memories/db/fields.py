"""Model fields of our own.

Migrations import this module, and an applied migration never changes: what is here keeps its name, place and meaning.
"""

from __future__ import annotations

from typing import Any

from django.db import models


class RealField(models.FloatField):  # type: ignore[type-arg] # not subscriptable at run time
    """A 32-bit float, as the specification has them."""

    def db_type(self, connection: Any) -> str:
        return "real"

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from memories.moving.parts import Part


class PatternsConfig(AppConfig):
    name = "patterns"

    def moved_parts(self) -> tuple[Part, ...]:
        """What moves with a memory (`memories.moving.parts`)."""
        from patterns import moving

        return moving.PARTS

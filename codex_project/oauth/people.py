"""What a person of the admin may allow a client: no more than the admin allows the person."""

from __future__ import annotations

from typing import Any

VIEW = "memories.view_memory"
# Nobody adds memories in the admin, so there is no permission to look at for storing. It does less than changing.
CHANGES = ("memories.change_memory", "memories.delete_memory")


def may_read(person: Any) -> bool:
    return bool(person.is_active and person.is_staff and person.has_perm(VIEW))


def may_write(person: Any) -> bool:
    return may_read(person) and bool(person.has_perms(CHANGES))

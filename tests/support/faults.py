"""Faults that no code expects, put into the process under test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def fail_once(
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    error: BaseException,
    when: Callable[..., bool] = lambda *_: True,
) -> Callable[[], bool]:
    """The first use fails, each further one works; tells whether there was a first one."""
    original, pending = getattr(owner, name), [error]

    def replacement(*arguments: Any, **options: Any) -> Any:
        if pending and when(*arguments):
            raise pending.pop()
        return original(*arguments, **options)

    monkeypatch.setattr(owner, name, replacement)
    return lambda: not pending

"""Unexpected faults, injected into the process under test."""

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
    """Make the first use of an attribute fail; return a function that tells whether it has failed."""
    original, pending = getattr(owner, name), [error]

    def replacement(*arguments: Any, **options: Any) -> Any:
        if pending and when(*arguments):
            raise pending.pop()
        return original(*arguments, **options)

    monkeypatch.setattr(owner, name, replacement)
    return lambda: not pending

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest

from tests.support import programs

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture
def run(database: str) -> Run[Any]:
    """Run a coroutine with the pool open on the test's database."""
    return lambda coroutine: programs.run(lambda: coroutine)

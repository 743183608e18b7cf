"""Fixtures of the tests of the life cycle."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest


@pytest.fixture
def program(outside: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    """Another program, in a session that sets nothing of ours but the search path."""
    outside.execute("SET search_path = public, codex_processed")
    return outside

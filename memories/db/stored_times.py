"""Reads times that PostgreSQL can store and Python cannot represent: from before the year 1, or after 9999.

Other programs may have stored them. One such memory would otherwise fail every search whose page it is on.
"""

from __future__ import annotations

import datetime
from typing import Any

import psycopg
from psycopg.abc import AdaptContext, Buffer
from psycopg.adapt import Loader
from psycopg.pq import Format

# A day within what Python represents, so that no time zone leads beyond it.
EARLIEST = datetime.datetime(1, 1, 2, tzinfo=datetime.UTC)
LATEST = datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC)

_OID = psycopg.adapters.types["timestamptz"].oid


def register(connection: psycopg.BaseConnection[Any]) -> None:
    """Let a connection read times before EARLIEST and after LATEST as these; it reads all others as before."""
    known = connection.adapters.get_loader(_OID, Format.TEXT)
    assert known is not None
    # Django compares `timezone` with its own, and would register another loader if they differed.
    attributes = {"known": known, "timezone": getattr(known, "timezone", None)}
    connection.adapters.register_loader(_OID, type("StoredTimeLoader", (_StoredTimeLoader,), attributes))


class _StoredTimeLoader(Loader):
    known: type[Loader]

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        self._load = self.known(oid, context).load

    def load(self, data: Buffer) -> Any:
        try:
            return self._load(data)
        except psycopg.DataError:
            text = bytes(data)
            return EARLIEST if text.endswith(b" BC") or text == b"-infinity" else LATEST

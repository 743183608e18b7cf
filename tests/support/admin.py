"""Helpers for tests of the admin's pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client

from tests.support import factories

# Typed as Any, because the types of factories hide that calling them returns a model's instance.
MemoryFactory: Any = factories.MemoryFactory
ProcessedMemoryFactory: Any = factories.ProcessedMemoryFactory
CodePatternFactory: Any = factories.CodePatternFactory

LIST = "/admin/memories/memory/"


def text_of(response: Any) -> str:
    """Return a page's text without markup and with single blanks."""
    html = re.sub(r"<(script|style|title)\b.*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    return re.sub(r" ([,.:])", r"\1", words)


def press(client: Client, page: Any, address: str, **more: str) -> Any:
    """Press the button of a page's form that leads to an address."""
    html = page.content.decode()
    form = html[html.index(f'action="{address}') :].partition("</form>")[0]
    leads_to = re.match(r'action="([^"]+)"', form)
    assert leads_to is not None
    data: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        data.setdefault(unescape(name), []).append(unescape(value))
    return client.post(unescape(leads_to[1]), {**data, **more})


def fill(count: int, tag: str = "filling", word: str = "filler") -> None:
    """Store `count` memories fast."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO memories (content, content_hash, context, summary, tags, created_at)"
            " SELECT %(word)s || n, encode(sha256((%(word)s || n)::bytea), 'hex'), 'filling', %(word)s || ' ' || n,"
            " ARRAY[%(tag)s], now() - n * interval '1 second' FROM generate_series(1, %(count)s) AS n",
            {"count": count, "tag": tag, "word": word},
        )

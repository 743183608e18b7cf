"""The admin's search, which is the same as that of agents, and the highlighting of matches."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQueryField
from django.db.models import F, Func, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Left
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from pgvector import Vector

from memories import limits
from memories.db import full_text
from memories.models import Memory, ProcessedMemory
from memories.search.querysets import MemoryQuerySet
from memories.search.request import SearchQuery
from memories.search.steps import Ranking

# Characters that mark a match in PostgreSQL's headlines. Text that contains them can at most look like a match, because
# all text is escaped before they become elements.
_START, _STOP = "\ue0f0", "\ue0f1"
# PostgreSQL omits anything that looks like an HTML element, so angle brackets are replaced.
_BRACKETS, _DISGUISED = "<>", "\ue0f2\ue0f3"
_UNDISGUISE = str.maketrans(_DISGUISED, _BRACKETS)
_MATCH = re.compile(f"{_START}(.*?){_STOP}", re.DOTALL)
NEIGHBOURS = 5
HEADLINE_CHARACTERS = 20_000  # of the content, searched for a passage to show
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


class AnyWord(Func):
    """A text search query that matches any word of a text."""

    template = "replace(plainto_tsquery('english', %(expressions)s)::text, ' & ', ' | ')::tsquery"
    output_field = SearchQueryField()


def cleaned(term: str) -> str:
    """Remove characters that PostgreSQL cannot store, and truncate a search term to its maximum length."""
    return _UNSTORABLE.sub("", term)[: limits.QUESTION_MAX_CHARACTERS].strip()


def ranked(queryset: MemoryQuerySet, term: str, wanted: int) -> Ranking:
    """Rank the memories in `queryset` for a question; return the best `wanted`."""
    return queryset.ranked(SearchQuery(query=term, include_superseded=True), wanted)


def in_rank_order(queryset: Any, ids: Sequence[uuid.UUID], column: str = "pk") -> Any:
    """Return the rows of `queryset` whose `column` is in `ids`, in the order of `ids`."""
    rank = Func(Value(list(ids)), F(column), function="array_position", template="%(function)s(%(expressions)s)")
    return queryset.filter(**{f"{column}__in": ids}).order_by(rank, "pk")


def headlines(term: str) -> dict[str, Combinable]:
    """Return columns for the summary and a passage of the content, with the words of `term` marked.

    Use them for the rows of one page only: marking reads the text, without an index. `marked` converts them to HTML.
    """
    query = AnyWord(full_text.expression(term))
    return {
        "headline": SearchHeadline(
            _without_elements(F("summary")),
            query,
            config="english",
            start_sel=_START,
            stop_sel=_STOP,
            highlight_all=True,
        ),
        "passage": SearchHeadline(
            _without_elements(Left("content", HEADLINE_CHARACTERS)),
            query,
            config="english",
            start_sel=_START,
            stop_sel=_STOP,
            max_fragments=2,
            min_words=8,
            max_words=24,
        ),
    }


def _without_elements(source: Combinable) -> Func:
    return Func(source, Value(_BRACKETS), Value(_DISGUISED), function="translate", output_field=TextField())


def holds_match(headline: str) -> bool:
    return _START in headline


def marked(headline: str) -> SafeString:
    """Escape a headline and turn its marks into elements."""
    parts = _MATCH.split(headline.translate(_UNDISGUISE))
    html = "".join(
        format_html("<mark>{}</mark>", part) if index % 2 else escape(part) for index, part in enumerate(parts)
    )
    return mark_safe(html.replace(_START, "").replace(_STOP, ""))  # noqa: S308 - every part is escaped above


def neighbours(memory: Memory, processed: ProcessedMemory | None) -> tuple[list[Memory], bool]:
    """Return the memories nearest to this one, and whether by vector (True) or by the words of its summary."""
    shown = Memory.objects.only("summary", "created_at", "tags")
    if processed is not None and processed.embeddings is not None:
        # As text, because pgvector's types are not registered on Django's connections.
        text, model = Vector(processed.embeddings).to_text(), processed.embedding_model
        query = SearchQuery(embedding=text, embedding_model=model, include_superseded=True)
    else:
        query = SearchQuery(query=cleaned(memory.summary), include_superseded=True)
    ids = [pk for pk in Memory.objects.ranked(query, NEIGHBOURS + 1).ids if pk != memory.pk][:NEIGHBOURS]
    return list(in_rank_order(shown, ids)), query.embedding is not None

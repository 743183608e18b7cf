"""The filters of a search. A new one is an entry here, a field of `SearchQuery`, and an argument of the tool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Field, Func, Q, QuerySet

from memories import validation
from memories.db import full_text
from memories.search.analysis import WordsFilter
from memories.search.request import SearchQuery

Found = TypeVar("Found", bound=QuerySet[Any])


@dataclass(frozen=True)
class Filter:
    """One filter.

    Args:
        type: the type of its value in SQL.
        condition: adds it to a query set; gets its value and the whole query.
        validated: checks what a caller gave, and returns the value or None for no filter. Raises ValidationError.
    """

    type: Field[Any, Any]
    condition: Callable[[Any, Any, SearchQuery], Any]
    validated: Callable[[Any], Any]


def _has_words(name: str, found: Found, tsquery: Any, query: SearchQuery) -> Found:
    """All words occur. If rare ones are named, only these are looked up in the index, and the others are checked."""
    vector, wanted = F(f"{name}_vector"), full_text.TextSearchQuery(full_text.expression(tsquery))
    rare = getattr(query, f"rare_{name}")
    if rare is None:
        return found.filter(full_text.TextMatch(vector, wanted))
    looked_up = full_text.TextMatch(vector, full_text.TextSearchQuery(full_text.expression(rare)))
    return found.filter(looked_up, full_text.Matches(vector, wanted))


class IsAny(Func):
    """Whether a text is one of an array."""

    template = "%(expressions)s::text[])"
    arg_joiner = " = ANY("
    arity = 2
    output_field = models.BooleanField()


def as_array(texts: Any) -> Any:
    """An array of texts as an expression."""
    return texts if isinstance(texts, models.Expression) else models.Value(texts, ArrayField(models.TextField()))


def _is_valid_then(found: Found, moment: Any, _: SearchQuery) -> Found:
    """Was stored by then, and had not been superseded."""
    return found.filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment), created_at__lte=moment)


FILTERS: Mapping[str, Filter] = {
    "tags": Filter(
        ArrayField(models.TextField()),
        lambda found, tags, _: found.filter(tags__overlap=tags),
        lambda tags: validation.tags(tags) if tags else None,  # agents send [] for "no filter"
    ),
    "context": Filter(models.TextField(), partial(_has_words, "context"), partial(validation.search_text, "context")),
    "summary": Filter(models.TextField(), partial(_has_words, "summary"), partial(validation.search_text, "summary")),
    "metadata": Filter(
        models.JSONField(),
        lambda found, metadata, _: found.filter(metadata__contains=metadata),
        lambda metadata: validation.metadata(metadata) if metadata else None,  # every metadata contains {}
    ),
    "from_date": Filter(
        models.DateTimeField(),
        lambda found, moment, _: found.filter(created_at__gte=moment),
        partial(validation.bound, "from_date"),
    ),
    "to_date": Filter(
        models.DateTimeField(),
        lambda found, moment, _: found.filter(created_at__lte=moment),
        partial(validation.bound, "to_date"),
    ),
    "projects": Filter(
        ArrayField(models.TextField()),
        lambda found, projects, _: found.filter(IsAny(F("project"), as_array(projects))),
        list,
    ),
    "as_of": Filter(models.DateTimeField(), _is_valid_then, partial(validation.bound, "as_of")),
}
DATES = frozenset({"from_date", "to_date"})
# Values that a search adds to its filters (`search.frequent_words`).
ADDED: Mapping[str, Field[Any, Any]] = {"rare_context": models.TextField(), "rare_summary": models.TextField()}


def values_of(query: SearchQuery) -> dict[str, Any]:
    """The values of the filters that a query has: the parameters of its statements."""
    values = {
        name: value.tsquery if isinstance(value, WordsFilter) else value
        for name in (*FILTERS, *ADDED)
        if (value := getattr(query, name)) is not None
    }
    # These have no value. They are among the parameters because other statements go with them.
    values |= {name: True for name in ("include_superseded", "project_keys") if getattr(query, name)}
    if query.buckets is not None:
        values["buckets"] = query.buckets.ids
        if query.buckets.start is not None:
            values |= {"range_start": query.buckets.start, "range_end": query.buckets.end}
    return values


def applied(found: Found, query: SearchQuery) -> Found:
    """The rows of a query set for which every filter of the query holds."""
    for name, each in FILTERS.items():
        if (value := getattr(query, name)) is not None:
            found = each.condition(found, value, query)
    if query.as_of is None and not query.include_superseded:
        found = found.filter(superseded_at__isnull=True)
    return found


def narrows(query: SearchQuery) -> bool:
    """Whether the query has any filter, apart from whether memories were superseded."""
    return any(getattr(query, name) is not None for name in FILTERS)


def validated(query: SearchQuery) -> dict[str, Any]:
    """The values of all filters, checked; None where there is no filter.

    Raises:
        ValidationError: a value breaks a rule.
    """
    values = {
        name: None if (value := getattr(query, name)) is None else each.validated(value)
        for name, each in FILTERS.items()
    }
    validation.period(values["from_date"], values["to_date"])
    return values

"""The projects that a search covers, as its statements know them.

A search under a project reads what its index has of that project. But if the projects hold most memories, or all, that
index would be read from end to end. Then each memory found is checked instead, or none needs to be.
"""

from __future__ import annotations

from dataclasses import replace

from memories.search.corpus import Corpus
from memories.search.request import SearchQuery

SELECTIVE = 0.5  # share of all memories, below which the index looks the projects up


def narrowed(query: SearchQuery, corpus: Corpus) -> SearchQuery:
    """The query without its projects where they hold all memories, and with their keys where they hold few.

    What is shown of a hit is read by a statement that checks its project, so a memory that is stored in another
    project meanwhile is not shown.
    """
    if query.projects is None:
        return query
    if corpus.covered >= corpus.memories:
        return replace(query, projects=None)
    return with_keys(query, corpus)


def with_keys(query: SearchQuery, corpus: Corpus) -> SearchQuery:
    """The query with the keys of its projects where they hold few of all memories."""
    if query.projects is None:
        return query
    return replace(query, project_keys=corpus.covered < SELECTIVE * corpus.memories)

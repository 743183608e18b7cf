"""The tools. Each is one function; to add a tool, add a function here."""

from __future__ import annotations

import datetime
import uuid
from typing import Annotated, Any

from django.conf import settings

from mcp_server import results
from mcp_server.arguments import (
    flag,
    identifier,
    identifiers,
    integer,
    json_object,
    json_value,
    moment,
    number,
    text,
    texts,
    vector,
)
from mcp_server.registry import TOOLS, tool
from memories import corrections, limits, projects, records, storage, validation
from memories.search.request import ORDERS, SearchQuery
from patterns import languages
from patterns import storage as pattern_storage

__all__ = ["TOOLS"]

MemoryId = Annotated[uuid.UUID, identifier("A memory's id, a UUID.")]
Tags = Annotated[
    list[str],
    texts(
        "Letters A-Z a-z, digits, dashes.",
        pattern=limits.TAG_PATTERN,
        maxItems=limits.TAGS_MAX,
    ),
]
ContentCharacters = Annotated[int, integer("Of each content, at most so many characters.", 0, limits.CONTENT_MAX_BYTES)]
PageCharacters = Annotated[
    int,
    integer(
        "Of all contents on the page, the first hits first.", 0, limits.SEARCH_LIMIT_MAX * limits.CONTENT_MAX_BYTES
    ),
]
Project = Annotated[
    str, text('Default: this server\'s. Use "-" for no project.', maxLength=limits.PROJECT_MAX_CHARACTERS)
]
Projects = Annotated[
    str,
    text(
        'One project alone. Use "-" for memories of no project, "*" for all projects. Default: this server\'s own, and '
        "memories of no project.",
        maxLength=limits.PROJECT_MAX_CHARACTERS,
    ),
]
Question = Annotated[
    str, text('Any word may match; "phrases" must, -words must not.', maxLength=limits.QUESTION_MAX_CHARACTERS)
]
AnyTags = Annotated[list[str], texts("Any of these.", pattern=limits.TAG_PATTERN, maxItems=limits.TAGS_MAX)]
FromDate = Annotated[datetime.datetime, moment("Earliest, inclusive; UTC where no zone is given.")]
ToDate = Annotated[datetime.datetime, moment("Latest, inclusive.", end_of_day=True)]


@tool(
    "Store a memory: what you learned, with a summary that you would search for. Content must be new: a store of the "
    "same content fails and names the existing memory. If facts have changed, name the old memories in supersedes.",
    result=results.STORED,
    operation="store",
    rate_limit="store_memory",
    how_to_check="Store it again: if it was stored, error -32002 names the memory.",
    success_message="Memory stored successfully: id={id}",
)
async def store_memory(
    content: Annotated[str, text(f"1 to {limits.CONTENT_MAX_BYTES:,} bytes of UTF-8.", minLength=1)],
    context: Annotated[
        str, text("Where and for what, in one line.", minLength=1, maxLength=limits.CONTEXT_MAX_CHARACTERS)
    ],
    summary: Annotated[str, text("In one line.", minLength=1, maxLength=limits.SUMMARY_MAX_CHARACTERS)],
    tags: Tags | None = None,
    metadata: Annotated[
        dict[str, Any] | None, json_object(f"Your own facts; at most {limits.METADATA_MAX_BYTES:,} bytes of JSON.")
    ] = None,
    insights: Annotated[
        Any, json_value(f"An object, or any other JSON; at most {limits.INSIGHTS_MAX_BYTES:,} bytes.")
    ] = None,
    embeddings: Annotated[
        list[float] | None,
        vector(f"{settings.EMBEDDING_DIMENSIONS:,} numbers, or a string: base64 of them as little-endian float32."),
    ] = None,
    entities: Annotated[
        Any, json_value(f"An object, or any other JSON; at most {limits.ENTITIES_MAX_BYTES:,} bytes.")
    ] = None,
    sentiment: Annotated[
        float | None, number("Sentiment of the content.", limits.SENTIMENT_MIN, limits.SENTIMENT_MAX)
    ] = None,
    project: Project | None = None,
    supersedes: Annotated[
        list[uuid.UUID] | None,
        identifiers("Memories that this one corrects or replaces; searches omit them.", limits.SUPERSEDED_MAX),
    ] = None,
) -> dict[str, Any]:
    memory = records.CreateMemory(
        content=content,
        context=context,
        summary=summary,
        tags=tags or (),
        metadata=metadata,
        insights=insights,
        embeddings=embeddings,
        entities=entities,
        sentiment=sentiment,
        project=project,
        supersedes=supersedes or (),
    )
    return {"id": str(await storage.store(memory))}


@tool(
    "Update a memory that is wrong or incomplete, instead of storing a second one: give the fields to change. What it "
    "said before is kept as a version. New content drops the embedding, unless you give a new one, and the patterns.",
    result=results.UPDATED,
    operation="update",
    rate_limit="store_memory",
    idempotent=True,
    how_to_check="Get the memory, and compare its version and what it says.",
    success_message="Memory updated successfully: id={id}",
)
async def update_memory(
    id: MemoryId,  # noqa: A002 - the wire contract's name
    content: Annotated[str | None, text("Fields have the same meaning as in store_memory.")] = None,
    context: Annotated[str | None, text("In one line.", maxLength=limits.CONTEXT_MAX_CHARACTERS)] = None,
    summary: Annotated[str | None, text("In one line.", maxLength=limits.SUMMARY_MAX_CHARACTERS)] = None,
    tags: Annotated[
        list[str] | None, texts("Replace all.", pattern=limits.TAG_PATTERN, maxItems=limits.TAGS_MAX)
    ] = None,
    metadata: Annotated[dict[str, Any] | None, json_object("Replaces all.")] = None,
    insights: Annotated[Any, json_value("Any JSON.")] = None,
    embeddings: Annotated[list[float] | None, vector("As in store_memory.")] = None,
    entities: Annotated[Any, json_value("Any JSON.")] = None,
    sentiment: Annotated[
        float | None, number("Sentiment of the content.", limits.SENTIMENT_MIN, limits.SENTIMENT_MAX)
    ] = None,
    project: Annotated[
        str | None, text('Move it there; use "-" for no project.', maxLength=limits.PROJECT_MAX_CHARACTERS)
    ] = None,
    clear: Annotated[
        list[str] | None,
        texts("Fields to empty.", enum=list(corrections.CLEARABLE), maxItems=len(corrections.CLEARABLE)),
    ] = None,
    if_updated_at: Annotated[
        datetime.datetime | None, moment("Only if its updated_at is still this; else the call fails (-32005).")
    ] = None,
) -> dict[str, Any]:
    changes = corrections.MemoryUpdate(
        content=content,
        context=context,
        summary=summary,
        tags=tags,
        metadata=metadata,
        insights=insights,
        embeddings=embeddings,
        entities=entities,
        sentiment=sentiment,
        project=project,
        clear=clear or (),
        if_updated_at=if_updated_at,
    )
    return results.answer(await corrections.update(id, changes))


@tool(
    "Get one complete memory, or null if this id does not exist.",
    result=results.FOUND,
    operation="get",
    rate_limit="get_memory",
    read_only=True,
)
async def get_memory(
    id: MemoryId,  # noqa: A002 - the wire contract's name
    include_embedding: Annotated[bool, flag("Add its embedding.")] = False,
    version: Annotated[int | None, integer("What it said in this former version.", 1, limits.VERSION_MAX)] = None,
    history: Annotated[
        bool,
        flag(f"Add its versions, at most {limits.VERSIONS_MAX}, newest first: when, by whom, which fields changed."),
    ] = False,
) -> dict[str, Any]:
    if version is not None:
        validation.within("version", version, 1, limits.VERSION_MAX)
    embedding = None
    if include_embedding:
        current, embedding = await storage.get_with_embedding(id) or (None, None)
    else:
        current = await storage.get(id)
    if current is None:
        return results.found(None)
    memory = current if version is None else await corrections.get_version(current, version)
    more: dict[str, Any] = {}
    if include_embedding:
        more["embedding"] = embedding if memory.version == current.version else None
    if history:
        more |= results.answer(await corrections.history(current))
    return results.found(memory, **more)


@tool(
    "Find memories. query: a question in plain words, best answers first. All given filters must match. "
    "Long content is truncated; get_memory returns all of it.",
    result=results.PAGE,
    operation="search",
    rate_limit="search_memories",
    read_only=True,
)
async def search_memories(
    query: Question | None = None,
    embedding: Annotated[list[float] | None, vector("Nearest first; as in store_memory.")] = None,
    tags: AnyTags | None = None,
    context: Annotated[
        str | None, text("All these words in the context.", maxLength=limits.SEARCH_TEXT_MAX_CHARACTERS)
    ] = None,
    summary: Annotated[
        str | None, text("All these words in the summary.", maxLength=limits.SEARCH_TEXT_MAX_CHARACTERS)
    ] = None,
    metadata: Annotated[dict[str, Any] | None, json_object("Contained in the memory's metadata.")] = None,
    from_date: FromDate | None = None,
    to_date: ToDate | None = None,
    limit: Annotated[int, integer("Page size.", 1, limits.SEARCH_LIMIT_MAX)] = limits.SEARCH_LIMIT_DEFAULT,
    offset: Annotated[int, integer("Results to skip.", 0, limits.SEARCH_OFFSET_MAX)] = 0,
    order_by: Annotated[
        str | None, text("Default: relevance with query or embedding, else created_at_desc.", enum=list(ORDERS))
    ] = None,
    content_chars: Annotated[
        int, integer("Truncate content to this many characters.", 0, limits.CONTENT_MAX_BYTES)
    ] = limits.CONTENT_PREVIEW_CHARACTERS,
    max_chars: PageCharacters = limits.PAGE_CONTENT_CHARACTERS,
    project: Projects | None = None,
    include_superseded: Annotated[bool, flag("Also memories that others have superseded.")] = False,
    as_of: Annotated[datetime.datetime | None, moment("What was stored, and not superseded, by then.")] = None,
) -> dict[str, Any]:
    search = SearchQuery(
        query=query,
        embedding=embedding,
        tags=tags,
        context=context,
        summary=summary,
        metadata=metadata,
        from_date=from_date,
        to_date=to_date,
        limit=limit,
        offset=offset,
        order_by=order_by,
        content_chars=content_chars,
        max_chars=max_chars,
        projects=projects.scope().to_read(project),
        include_superseded=include_superseded,
        as_of=as_of,
    )
    return results.page(await storage.search(search))


@tool(
    "Delete one memory that should not have been stored; false if this id does not exist. To correct one, update it. "
    "People can restore it for some days.",
    result=results.DELETED,
    operation="delete",
    how_to_check="Get the memory: null means that it is deleted.",
    destructive=True,
    idempotent=True,
)
async def delete_memory(id: MemoryId) -> dict[str, Any]:  # noqa: A002 - the wire contract's name
    return {"deleted": await storage.delete(id)}


@tool(
    "Counts of memories and tags, and sizes; at most a minute old.",
    result=results.STATISTICS,
    operation="statistics",
    read_only=True,
)
async def get_statistics(project: Projects | None = None) -> dict[str, Any]:
    return results.answer(await storage.stats(projects.scope().to_read(project)))


# Code patterns

Language = Annotated[str, text("Language of the code.", enum=list(languages.offered()))]


@tool(
    "Find the idioms in a memory's code and store them, replacing those of an earlier analysis.",
    result=results.ANALYSIS,
    rate_limit="analyze_patterns",
    how_to_check="Analyse the memory again.",
    idempotent=True,
    enabled=settings.ENABLE_PATTERNS,
)
async def analyze_patterns(memory_id: MemoryId, language: Language) -> dict[str, Any]:
    return results.answer(await pattern_storage.analyze(memory_id, language))


@tool(
    "Get the stored patterns of one memory, most frequent first.",
    result=results.PATTERNS,
    read_only=True,
    enabled=settings.ENABLE_PATTERNS,
)
async def get_patterns(memory_id: MemoryId) -> dict[str, Any]:
    return {"patterns": await pattern_storage.get_patterns(memory_id)}


@tool(
    "Find patterns of one type across all memories, most frequent first.",
    result=results.PATTERNS,
    read_only=True,
    enabled=settings.ENABLE_PATTERNS,
)
async def search_patterns(
    pattern_type: Annotated[str, text("Such as function_definition, context_manager, error_propagation.")],
    limit: Annotated[
        int, integer("Maximum number of patterns.", 1, limits.PATTERN_SEARCH_LIMIT_MAX)
    ] = limits.PATTERN_SEARCH_LIMIT_DEFAULT,
    language: Language | None = None,
    query: Annotated[
        str | None, text("Words that the signature must contain.", maxLength=limits.SEARCH_TEXT_MAX_CHARACTERS)
    ] = None,
    project: Projects | None = None,
) -> dict[str, Any]:
    covered = projects.scope().to_read(project)
    found = await pattern_storage.search_patterns(
        pattern_type, limit=limit, language=language, query=query, covered=covered
    )
    return {"patterns": found}


@tool(
    f"Count patterns by type, language and day in up to {limits.PATTERN_STATISTICS_MAX_DAYS} days (default: the last).",
    result=results.PATTERN_STATISTICS,
    read_only=True,
    enabled=settings.ENABLE_PATTERNS,
)
async def pattern_statistics(
    from_date: FromDate | None = None, to_date: ToDate | None = None, project: Projects | None = None
) -> dict[str, Any]:
    covered = projects.scope().to_read(project)
    return results.answer(await pattern_storage.pattern_statistics(from_date, to_date, covered))

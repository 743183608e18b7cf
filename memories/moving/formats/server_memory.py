"""The knowledge graph of the reference server-memory: JSON Lines of entities and relations.

{"type": "entity", "name", "entityType", "observations": [text]}
{"type": "relation", "from", "to", "relationType"}

An entity becomes a memory with its observations and its relations. So does a relation between unknown entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import orjson

from memories.moving import files
from memories.moving.formats import fitting
from memories.moving.formats.base import Format, Item, Sample, Source, made
from memories.moving.formats.codex_memory import TOO_LONG

NAME = "server-memory"


@dataclass
class _Entity:
    number: int
    found: dict[str, Any]
    relations: list[str] = field(default_factory=list)


def read(source: Source) -> Iterator[Item]:
    """Read a graph, whole, because the relations follow the entities."""
    assert source.reader is not None
    entities: dict[str, _Entity] = {}
    relations: list[tuple[int, dict[str, Any]]] = []
    for line in files.lines(source.reader, source.keep):
        if line.text is None:
            yield Item(line.number, b"", problem=TOO_LONG)
            continue
        found = _read(line.text)
        if _is_entity(found) and found["name"] not in entities:
            entities[found["name"]] = _Entity(line.number, found)
        elif _is_relation(found):
            relations.append((line.number, found))
        else:
            problem = (
                "The name of this entity occurred before." if _is_entity(found) else "It is no entity or relation."
            )
            yield Item(line.number, line.text, problem=problem)
    for number, relation in relations:
        sentence = f"{relation['from']} {relation['relationType']} {relation['to']}"
        ends = [entities[name] for name in dict.fromkeys((relation["from"], relation["to"])) if name in entities]
        for entity in ends:
            entity.relations.append(sentence)
        if not ends:
            yield made(number, orjson.dumps(relation), partial(_alone, sentence))
    for entity in entities.values():
        yield made(entity.number, orjson.dumps(entity.found), partial(_draft, entity))


def _alone(sentence: str) -> fitting.Draft:
    return fitting.Draft(content=sentence, context="A relation of the knowledge graph of server-memory", stored_by=NAME)


def _draft(entity: _Entity) -> fitting.Draft:
    name, kind = entity.found["name"], fitting.text(entity.found.get("entityType"))
    observations = [fitting.text(each) for each in entity.found["observations"]]
    title = f"{name} ({kind})" if kind else name
    parts = [title, *(f"- {each}" for each in observations), *(f"- {each}" for each in entity.relations)]
    return fitting.Draft(
        content="\n".join(parts),
        context=f"An entity of the knowledge graph of server-memory{f', of type {kind}' if kind else ''}",
        summary=f"{title}: {observations[0]}" if observations else title,
        tags=[kind] if kind else [],
        metadata={"entity": name, "entity_type": kind or None},
        stored_by=NAME,
    )


def _read(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _is_entity(found: Any) -> bool:
    return (
        isinstance(found, dict)
        and found.get("type") == "entity"
        and isinstance(found.get("name"), str)
        and isinstance(found.get("observations"), list)
    )


def _is_relation(found: Any) -> bool:
    return (
        isinstance(found, dict)
        and found.get("type") == "relation"
        and all(isinstance(found.get(key), str) for key in ("from", "to", "relationType"))
    )


def _recognises(sample: Sample) -> bool:
    return sample.has("", "type", "name", "observations") or sample.has("", "type", "from", "to", "relationType")


SERVER_MEMORY = Format(NAME, "the memory file of the reference server-memory", _recognises, read, "line")

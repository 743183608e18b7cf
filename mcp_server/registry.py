"""Turns functions into tools: the signature becomes the input schema, `@tool` declares the rest."""

from __future__ import annotations

import difflib
import inspect
import re
import types
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from django.conf import settings

from mcp_server.arguments import Argument, InvalidParams
from mcp_server.results import Shape

Call = Callable[..., Awaitable[dict[str, Any]]]

# n8n adds these to every call, whatever the tool's schema says (n8n-io/n8n issues 21500, 21716).
CLIENTS_OWN_ARGUMENTS = frozenset({"toolCallId", "sessionId", "action", "chatInput"})
SIMILARITY_MIN = 0.6  # ratio from which one name may be a misspelling of another
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True)
class Tool:
    """A tool: its description for clients, its function, and how its calls are counted, limited and logged."""

    name: str
    description: str  # for the agent
    call: Call
    result: Shape
    operation: str  # name in the metrics
    rate_limit: str | None  # the NAME of RATE_LIMIT_NAME, in lower case; tools may share it
    read_only: bool  # MCP hint: changes nothing
    destructive: bool  # MCP hint: may delete or overwrite
    idempotent: bool  # MCP hint: a second call with the same arguments changes nothing more
    how_to_check: str  # tells the agent how to find out whether a call took effect that may or may not have
    success_message: str  # begins the log line of a successful call; `{key}` is replaced by that member of the result

    @cached_property
    def arguments(self) -> dict[str, tuple[Argument, Any]]:
        """Type and default of each argument by name; a default of `inspect.Parameter.empty` means required."""
        parameters = inspect.signature(self.call, eval_str=True).parameters.values()
        return {parameter.name: (_kind(parameter.annotation), parameter.default) for parameter in parameters}

    @cached_property
    def input_schema(self) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for name, (kind, default) in self.arguments.items():
            shown = default not in (inspect.Parameter.empty, None)
            properties[name] = {**kind.schema, "default": default} if shown else kind.schema
        required = [name for name, (_, default) in self.arguments.items() if default is inspect.Parameter.empty]
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": required} if required else schema

    def read(self, given: dict[str, Any]) -> dict[str, Any]:
        """Read the JSON arguments of a call; optional arguments that are null or blank count as absent.

        Raises:
            InvalidParams: an argument is missing, unknown or of the wrong type.
        """
        for name in given:
            if name not in self.arguments and name not in CLIENTS_OWN_ARGUMENTS:
                raise self._unknown(name)
        values = {}
        for name, (kind, default) in self.arguments.items():
            value, is_required = given.get(name), default is inspect.Parameter.empty
            if value is None and is_required:
                raise InvalidParams(f"{name} is required by {self.name}.", field=name)
            if value is not None and (is_required or not _is_blank(value)):
                values[name] = kind.read(name, value)
        return values

    def _unknown(self, name: str) -> InvalidParams:
        nearest = _nearest(name, self.arguments)
        hint = f" Did you mean {nearest}?" if nearest else ""
        known = ", ".join(self.arguments) or "none"
        return InvalidParams(
            f"{self.name} has no argument {ascii(name)[:80]}.{hint} Its arguments: {known}.", field=name[:80]
        )


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the most similar known name: first among those that share all words of either name, then by letters."""
    name = name[:80]
    words = _words(name)
    related = [other for other in known if words and (_words(other) <= words or words <= _words(other))]
    likeness = difflib.SequenceMatcher(b=name.lower())

    def ratio(other: str) -> float:
        likeness.set_seq1(other)
        return likeness.ratio()

    if related:
        return max(related, key=ratio)
    nearest = max(known, key=ratio, default="")
    return nearest if ratio(nearest) >= SIMILARITY_MIN else None


def _words(name: str) -> set[str]:
    """Split a name in snake_case or camelCase into lower-case words."""
    return {word.lower() for word in _WORD.findall(name)}


TOOLS: dict[str, Tool] = {}


def tool(
    description: str,
    *,
    result: Shape,
    operation: str | None = None,
    rate_limit: str | None = None,
    read_only: bool = False,
    destructive: bool = False,
    idempotent: bool = False,
    how_to_check: str = "",
    success_message: str = "",
    enabled: bool = True,
) -> Callable[[Call], Call]:
    """Register a function as a tool of the same name. The arguments are the fields of `Tool`.

    `operation` defaults to the tool's name; `read_only` implies `idempotent`; a tool is registered only if `enabled`.
    A `success_message` must not quote arguments or stored text.

    Raises:
        ValueError: the rate limit has no variable.
    """
    if rate_limit is not None and rate_limit not in settings.RATE_LIMITS:
        raise ValueError(f"There is no variable RATE_LIMIT_{rate_limit.upper()}.")

    def register(call: Call) -> Call:
        name = call.__name__
        if enabled:
            TOOLS[name] = Tool(
                name=name,
                description=description,
                call=call,
                result=result,
                operation=operation or name,
                rate_limit=rate_limit,
                read_only=read_only,
                destructive=destructive,
                idempotent=idempotent or read_only,
                how_to_check=how_to_check,
                success_message=success_message,
            )
        return call

    return register


def _kind(annotation: Any) -> Argument:
    """Return the `Argument` of `Annotated[X, argument]` or `Annotated[X, argument] | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(member for member in get_args(annotation) if get_origin(member) is Annotated)
    return next(item for item in annotation.__metadata__ if isinstance(item, Argument))

"""How a function becomes a tool: its signature is its input schema."""

from __future__ import annotations

import inspect
import types
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from mcp_server.arguments import Argument, InvalidParams
from mcp_server.results import Shape

Call = Callable[..., Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Tool:
    """One tool: what an agent is told of it, and how it is called."""

    name: str
    description: str
    call: Call
    result: Shape
    adds: bool
    destroys: bool
    repeatable: bool
    part: str

    @cached_property
    def arguments(self) -> dict[str, tuple[Argument, Any]]:
        """Each argument's kind and default, by name; a default of `inspect.Parameter.empty` means required."""
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
        """Read a call's JSON arguments; null for an optional one is as if absent.

        Raises:
            InvalidParams: one is missing, unknown or of the wrong type.
        """
        for name in given:
            if name not in self.arguments:
                known = ", ".join(self.arguments) or "none"
                raise InvalidParams(
                    f"{self.name} has no argument {ascii(name)[:80]}; it takes: {known}.", field=name[:80]
                )
        values = {}
        for name, (kind, default) in self.arguments.items():
            value = given.get(name)
            if value is not None:
                values[name] = kind.read(name, value)
            elif default is inspect.Parameter.empty:
                raise InvalidParams(f"{name} is required by {self.name}.", field=name)
        return values


TOOLS: dict[str, Tool] = {}


def tool(
    description: str,
    *,
    result: Shape,
    adds: bool = False,
    destroys: bool = False,
    repeatable: bool = False,
    part: str = "memories",
) -> Callable[[Call], Call]:
    """Make a function a tool.

    It reads, unless it `adds` or `destroys`; one that adds is `repeatable` if a second call changes nothing more. A
    `part` of the tools can be switched off as a whole.
    """

    def register(call: Call) -> Call:
        TOOLS[call.__name__] = Tool(call.__name__, description, call, result, adds, destroys, repeatable, part)
        return call

    return register


def _kind(annotation: Any) -> Argument:
    """Find the `Argument` in `Annotated[X, argument]` or `Annotated[X, argument] | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(member for member in get_args(annotation) if get_origin(member) is Annotated)
    return next(item for item in annotation.__metadata__ if isinstance(item, Argument))

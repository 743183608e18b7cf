"""docs/publishing/server.json, which the MCP registry is given.

data/server.schema.json is the registry's own, of 2025-12-11 (github.com/modelcontextprotocol/static, MIT licence beside
it).
"""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import jsonschema  # type: ignore[import-untyped] # its types are a package of their own
import pytest
from pydantic_core import PydanticUndefined

from codex_project import __version__
from codex_project.config import SECRET, Config
from mcp_server.management.commands.mcp_serve import Command

PROJECT = Path(__file__).resolve().parents[2]
SERVER: dict[str, Any] = json.loads((PROJECT / "docs" / "publishing" / "server.json").read_text())
SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "server.schema.json").read_text())
STDIO, HTTP = SERVER["packages"]


def command_line(package: dict[str, Any]) -> list[str]:
    """The arguments that a client starts the package's command with."""
    arguments = package["packageArguments"]
    return [part for argument in arguments for part in (argument.get("name"), argument["value"]) if part]


def test_it_fits_the_registrys_schema() -> None:
    assert SERVER["$schema"] == SCHEMA["$id"]
    jsonschema.validate(SERVER, SCHEMA)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda server: server.update(description="x" * 101),
        lambda server: server.update(name="codex-memory"),
        lambda server: server.pop("version"),
        lambda server: server["packages"][0].pop("transport"),
        lambda server: server["packages"][1]["transport"].update(url="127.0.0.1:8000"),
        lambda server: server["packages"][0]["environmentVariables"][0].pop("name"),
    ],
)
def test_the_schema_refuses_what_the_registry_would(spoil: Callable[[dict[str, Any]], object]) -> None:
    spoilt = copy.deepcopy(SERVER)
    spoil(spoilt)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, SCHEMA)


def test_it_names_the_package_in_the_version_that_is_built() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    assert SERVER["version"] == __version__
    for package in SERVER["packages"]:
        assert (package["registryType"], package["identifier"]) == ("pypi", project["name"])
        assert package["version"] == __version__
    assert SERVER["name"].partition("/")[2] == project["name"]
    assert project["name"] in project["scripts"]  # uvx and pipx run the command of the package's name


def test_its_variables_are_those_of_the_configuration() -> None:
    fields = {field.alias or field.validation_alias.choices[0]: field for field in Config.model_fields.values()}  # type: ignore[union-attr] # LOG_LEVEL has several
    for package in SERVER["packages"]:
        for variable in package["environmentVariables"]:
            field = fields[variable["name"]]
            assert variable["description"] == field.description
            assert variable.get("isSecret", False) == (variable["name"] in SECRET)
            has_default = field.default not in ("", PydanticUndefined)
            assert variable.get("default") == (_written(field.default) if has_default else None), variable
            assert variable.get("format", "string") == _format(field.annotation, variable["name"]), variable
            literals = list(get_args(field.annotation)) if get_origin(field.annotation) is Literal else None
            assert variable.get("choices") == literals, variable


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _format(annotation: object, name: str) -> str:
    return {bool: "boolean", int: "number", Path: "filepath"}.get(annotation, "string")  # type: ignore[call-overload, no-any-return] # any type is a key


def test_it_starts_the_transports_that_it_names() -> None:
    parser = Command().create_parser("codex-memory", "mcp_serve")
    command, *arguments = command_line(STDIO)
    assert (command, STDIO["transport"]) == ("mcp_serve", {"type": "stdio"})
    assert parser.parse_args(arguments).http is None
    command, *arguments = command_line(HTTP)
    assert (command, HTTP["transport"]["type"]) == ("mcp_serve", "streamable-http")
    assert HTTP["transport"]["url"] == f"http://127.0.0.1:{parser.parse_args(arguments).http}/mcp"


def test_its_token_is_secret() -> None:
    (header,) = HTTP["transport"]["headers"]
    assert (header["name"], header["value"], header["isSecret"]) == ("Authorization", "Bearer {token}", True)
    assert header["variables"]["token"]["isSecret"]

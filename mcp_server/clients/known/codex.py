"""Codex CLI: https://developers.openai.com/codex/mcp and .../hooks.

`codex mcp add` is not used: it loses comments (0.171.0), and knows neither `env_vars` nor `http_headers`.
"""

from mcp_server.clients import toml
from mcp_server.clients.client import (
    PROJECT_HEADER,
    Client,
    Entry,
    Hooks,
    HttpServer,
    Location,
    StdioServer,
    nested_hook,
)


def _stdio(server: StdioServer, _reference: str | None) -> Entry:
    program, *arguments = server.command
    entry: Entry = {"command": program, "args": arguments}
    if server.forwarded:
        entry["env_vars"] = list(server.forwarded)
    if server.environment:
        entry["env"] = dict(server.environment)
    return entry


def _http(server: HttpServer, _reference: str | None) -> Entry:
    entry: Entry = {"url": server.url}
    if server.token_variable is not None:
        entry["bearer_token_env_var"] = server.token_variable
    if server.project:
        entry["http_headers"] = {PROJECT_HEADER: server.project}
    return entry


_HOME = "~/.codex"

CLIENT = Client(
    name="codex",
    title="Codex CLI",
    user=Location(names=("config.toml",), base=_HOME, base_variable="CODEX_HOME"),
    project=(".codex/config.toml",),
    key=("mcp_servers",),
    language=toml,
    stdio=_stdio,
    http=_http,
    reference="{name}",  # by name alone: env_vars, bearer_token_env_var
    starts_in_project=True,
    hooks=Hooks(
        user=Location(names=("hooks.json",), base=_HOME, base_variable="CODEX_HOME"),
        project=(".codex/hooks.json",),
        start="SessionStart",
        stop="Stop",
        item=nested_hook,
    ),
)

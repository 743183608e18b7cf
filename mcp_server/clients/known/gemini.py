"""Gemini CLI: https://geminicli.com/docs/tools/mcp-server and .../hooks/reference.

`gemini mcp add` is not used: it takes two to three seconds (0.61.0).
"""

from functools import partial

from mcp_server.clients.client import Client, Entry, Hooks, Location, command_entry, nested_hook, url_entry


def _hook(command: str, timeout: int) -> Entry:
    return nested_hook(command, timeout * 1000)  # in milliseconds


_USER, _PROJECT = Location(names=(".gemini/settings.json",)), (".gemini/settings.json",)

CLIENT = Client(
    name="gemini",
    title="Gemini CLI",
    user=_USER,
    project=_PROJECT,
    key=("mcpServers",),
    stdio=command_entry,
    http=partial(url_entry, url_key="httpUrl"),
    reference="${{{name}}}",
    starts_in_project=True,
    hooks=Hooks(user=_USER, project=_PROJECT, start="SessionStart", stop="AfterAgent", item=_hook),
)

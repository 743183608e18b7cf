"""Cursor: https://cursor.com/docs/mcp and https://cursor.com/docs/hooks."""

from mcp_server.clients.client import Client, Entry, Hooks, Location, command_entry, url_entry


def _hook(command: str, timeout: int) -> Entry:
    return {"command": command, "timeout": timeout}


CLIENT = Client(
    name="cursor",
    title="Cursor",
    user=Location(names=(".cursor/mcp.json",)),
    project=(".cursor/mcp.json",),
    key=("mcpServers",),
    stdio=command_entry,
    http=url_entry,
    reference="${{env:{name}}}",
    starts_in_project=False,  # its documentation does not say where
    hooks=Hooks(
        user=Location(names=(".cursor/hooks.json",)),
        project=(".cursor/hooks.json",),
        start="sessionStart",
        stop="stop",
        item=_hook,
        preamble={"version": 1},
    ),
)

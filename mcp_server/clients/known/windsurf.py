"""Windsurf: https://docs.windsurf.com/windsurf/cascade/mcp.

Its hooks (https://docs.windsurf.com/windsurf/cascade/hooks) can stop an action, but tell the agent nothing.
"""

from functools import partial

from mcp_server.clients.client import Client, Location, command_entry, url_entry

CLIENT = Client(
    name="windsurf",
    title="Windsurf",
    user=Location(names=(".codeium/windsurf/mcp_config.json",)),
    project=None,
    key=("mcpServers",),
    stdio=command_entry,
    http=partial(url_entry, url_key="serverUrl"),
    reference="${{env:{name}}}",
    starts_in_project=False,
)

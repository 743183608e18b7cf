"""Zed: https://zed.dev/docs/ai/mcp."""

from mcp_server.clients.client import Client, Location, command_entry, url_entry

CLIENT = Client(
    name="zed",
    title="Zed",
    user=Location(
        names=("zed/settings.json",),
        base="~/.config",
        base_variable="XDG_CONFIG_HOME",
        macos="~/.config",
        windows="%APPDATA%",
    ),
    project=(".zed/settings.json",),
    key=("context_servers",),
    stdio=command_entry,
    http=url_entry,
    reference=None,
    starts_in_project=True,
)

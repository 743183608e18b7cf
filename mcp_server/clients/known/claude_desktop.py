"""Claude Desktop: https://modelcontextprotocol.io/docs/develop/connect-local-servers."""

from mcp_server.clients.client import Client, Location, command_entry

CLIENT = Client(
    name="claude-desktop",
    title="Claude Desktop",
    user=Location(
        names=("claude_desktop_config.json",),
        base="~/.config/Claude",
        macos="~/Library/Application Support/Claude",
        windows=r"%APPDATA%\Claude",
    ),
    project=None,
    key=("mcpServers",),
    stdio=command_entry,
    http=None,
    instead_of_http="Add the address in Claude Desktop under Settings, Connectors.",
    reference=None,
    starts_in_project=False,
)

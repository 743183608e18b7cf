"""opencode: https://opencode.ai/docs/mcp-servers.

`opencode mcp add` is not used: it takes longer than a second, and there is no command that removes a server (1.18).
"""

from functools import partial

from mcp_server.clients.client import Client, Entry, Location, StdioServer, url_entry, variables


def _stdio(server: StdioServer, reference: str | None) -> Entry:
    entry: Entry = {"type": "local", "command": list(server.command), "enabled": True}
    environment = variables(server, reference)
    return entry | {"environment": environment} if environment else entry


CLIENT = Client(
    name="opencode",
    title="opencode",
    user=Location(
        names=("opencode/opencode.json", "opencode/opencode.jsonc"),
        base="~/.config",
        base_variable="XDG_CONFIG_HOME",
    ),
    project=("opencode.json", "opencode.jsonc"),
    key=("mcp",),
    stdio=_stdio,
    http=partial(url_entry, type="remote"),
    reference="{{env:{name}}}",
    starts_in_project=True,
)

"""Visual Studio Code: https://code.visualstudio.com/docs/copilot/reference/mcp-configuration.

`code --add-mcp` is not used: it writes for the user only, and nothing removes a server again.
"""

from functools import partial

from mcp_server.clients.client import Client, Location, command_entry, url_entry

CLIENT = Client(
    name="vscode",
    title="VS Code",
    user=Location(
        names=("Code/User/mcp.json",),
        base="~/.config",
        base_variable="XDG_CONFIG_HOME",
        macos="~/Library/Application Support",
        windows="%APPDATA%",
    ),
    project=(".vscode/mcp.json",),
    key=("servers",),
    stdio=partial(command_entry, type="stdio"),
    http=partial(url_entry, type="http"),
    reference="${{env:{name}}}",
    starts_in_project=True,
)

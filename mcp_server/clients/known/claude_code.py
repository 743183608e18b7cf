"""Claude Code: https://code.claude.com/docs/en/mcp and .../hooks."""

from functools import partial

from mcp_server.clients.client import (
    Client,
    CommandLine,
    Hooks,
    Location,
    command_entry,
    nested_hook,
    url_entry,
)

CLIENT = Client(
    name="claude-code",
    title="Claude Code",
    user=Location(names=(".claude.json",), base_variable="CLAUDE_CONFIG_DIR"),
    project=(".mcp.json",),
    key=("mcpServers",),
    stdio=partial(command_entry, type="stdio"),
    http=partial(url_entry, type="http"),
    reference="${{{name}}}",
    starts_in_project=True,
    # Claude Code writes ~/.claude.json while it runs, so it is asked to make the change itself.
    command_line=CommandLine(
        program="claude",
        add=("mcp", "add-json", "{name}", "{entry}", "--scope", "{scope}"),
        remove=("mcp", "remove", "{name}", "--scope", "{scope}"),
    ),
    hooks=Hooks(
        user=Location(names=("settings.json",), base="~/.claude", base_variable="CLAUDE_CONFIG_DIR"),
        project=(".claude/settings.json",),
        start="SessionStart",
        stop="Stop",
        item=nested_hook,
    ),
)

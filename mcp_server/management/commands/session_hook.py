"""`manage.py session_hook`: what the hooks of clients run (mcp_server.terminal)."""

from mcp_server.management.memory_command import MemoryCommand
from mcp_server.terminal.options import HELP


class Command(MemoryCommand):
    name = "session_hook"
    help = HELP[name]

"""`manage.py forget`: deletes a memory (mcp_server.terminal)."""

from mcp_server.management.memory_command import MemoryCommand
from mcp_server.terminal.options import HELP


class Command(MemoryCommand):
    name = "forget"
    help = HELP[name]

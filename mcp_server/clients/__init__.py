"""Connecting MCP clients: what each client reads, and where (docs/clients.md).

`connect` and `disconnect` run without Django, because they must finish before anyone wonders (codex_project.light).
"""

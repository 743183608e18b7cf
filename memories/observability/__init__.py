"""Metrics, slow calls, log lines and traces of the MCP servers and the web side.

Nothing here depends on the protocol; `mcp_server/call_log.py` decides what a tool call reports.
"""

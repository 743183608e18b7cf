"""What operators watch, for agents' servers and the web side alike: metrics, slow calls, log lines, traces.

Nothing here knows the protocol. What a tool call reports about itself is decided in `mcp_server/call_log.py`.
"""

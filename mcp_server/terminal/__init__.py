"""`recall`, `remember`, `forget` and `session_hook`: memories for people and for clients' hooks.

With CODEX_URL they ask the HTTP server, and neither Django nor a database is loaded; otherwise they use the database.
"""

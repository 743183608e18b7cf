"""The life cycle of a database: backups, restores, moves to a server, and new major versions of PostgreSQL.

All of them copy a database in the same way. `snapshot` reads it, `target` fills an empty one in a single transaction,
and `archive` is a snapshot in a file. The schema is what pg_dump says; rows are the text of COPY, which is exact.
"""

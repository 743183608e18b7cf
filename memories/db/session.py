"""What every session sets, so that statements mean and cost the same on any server.

The database, the role, or the environment may have other values for whatever a session does not set: a role with
another date style would break the reading of times, one with `default_transaction_read_only` would refuse each store.
All connections take their settings from here: the MCP server's pool, Django's, and that of the health check. They are
set by a statement, not by startup options, which poolers refuse. Behind a pooler they are set for each transaction
(`memories.db.pooler`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings

SEARCH_PATH = "public,codex_processed"

# What a statement means.
MEANING = {
    "search_path": SEARCH_PATH,
    "client_encoding": "UTF8",
    "TimeZone": "UTC",
    "DateStyle": "ISO, MDY",
    "IntervalStyle": "postgres",
    "bytea_output": "hex",
    "extra_float_digits": "1",
    "standard_conforming_strings": "on",
    "transform_null_equals": "off",
    "array_nulls": "on",
    "default_transaction_isolation": "read committed",
    "default_transaction_read_only": "off",
    "default_transaction_deferrable": "off",
    "gin_fuzzy_search_limit": "0",
    "row_security": "on",
}
# How it is planned. Every statement has its index; a sequential scan that hopes to meet enough rows early can take
# seconds. No statement takes so long that parallel workers or JIT compilation would pay. The candidates of a ranking
# fit into work_mem. Statements set hnsw.ef_search themselves (`memories.search.vectors`); here it is for the planner.
PLANNING = {
    "enable_seqscan": "off",
    **dict.fromkeys(
        (
            *("enable_bitmapscan", "enable_indexscan", "enable_indexonlyscan", "enable_tidscan", "enable_sort"),
            *("enable_hashagg", "enable_hashjoin", "enable_mergejoin", "enable_nestloop", "enable_material"),
        ),
        "on",
    ),
    "random_page_cost": "1.1",
    "seq_page_cost": "1",
    "cpu_tuple_cost": "0.01",
    "cpu_index_tuple_cost": "0.005",
    "cpu_operator_cost": "0.0025",
    "from_collapse_limit": "8",
    "join_collapse_limit": "8",
    "max_parallel_workers_per_gather": "0",
    "plan_cache_mode": "auto",
    "jit": "off",
    "work_mem": "32MB",
    "hnsw.ef_search": "400",
}
SETTINGS: Mapping[str, str] = MappingProxyType(MEANING | PLANNING)

# A search among embeddings under a filter goes on until it has enough, or has looked at so many. pgvector before 0.8
# knows no such settings, and refuses them once its library is loaded.
ITERATIVE_SCAN = {"hnsw.iterative_scan": "relaxed_order", "hnsw.max_scan_tuples": "5000"}
_HAS_ITERATIVE_SCAN = """
    (SELECT pg_catalog.string_to_array(extversion, '.')::int[] >= ARRAY[0, 8]
     FROM pg_catalog.pg_extension WHERE extname = 'vector')"""
# An acknowledged store survives a crash of the server. Stricter values than this one are the operator's choice.
_LOSES_COMMITS = "pg_catalog.current_setting('synchronous_commit') = 'off'"

# What `local_statement` has to know of a server, and the process that serves the connection.
FACTS = f"SELECT {_HAS_ITERATIVE_SCAN}, {_LOSES_COMMITS}, pg_catalog.pg_backend_pid()"


def statement() -> str:
    """The statement that sets all for the session."""
    parts = [_set_config(name, value) for name, value in SETTINGS.items()]
    scan = " || ".join(_set_config(name, value) for name, value in ITERATIVE_SCAN.items())
    parts.append(f"CASE WHEN {_HAS_ITERATIVE_SCAN} THEN {scan} END")
    parts.append(f"CASE WHEN {_LOSES_COMMITS} THEN {_set_config('synchronous_commit', 'on')} END")
    # Triggers read it. In sessions of other programs it has its default (trash_days.sql).
    parts.append(_set_config("codex.trash_days", str(settings.TRASH_DAYS)))
    return "SELECT " + ",\n    ".join(parts)


def _set_config(name: str, value: str) -> str:
    return f"pg_catalog.set_config('{name}', '{value}', false)"


def local_statement(*, has_iterative_scan: bool, loses_commits: bool) -> str:
    """Statements that set all for the transaction that they begin with, whose isolation level can still be set.

    Args:
        has_iterative_scan, loses_commits: the first two columns of FACTS.
    """
    values = {name: value for name, value in SETTINGS.items() if name != "search_path"}
    values |= ITERATIVE_SCAN if has_iterative_scan else {}
    values |= {"synchronous_commit": "on"} if loses_commits else {}
    values["codex.trash_days"] = str(settings.TRASH_DAYS)
    parts = ["SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", f"SET LOCAL search_path = {SEARCH_PATH}"]
    parts += [f"SET LOCAL {name} = '{value}'" for name, value in values.items()]
    return "; ".join(parts)

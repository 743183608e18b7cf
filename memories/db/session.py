"""What every session sets, so that statements mean and cost the same on any server.

The database, the role, or the environment may have other values for whatever a session does not set: a role with
another date style would break the reading of times, one with `default_transaction_read_only` would refuse each store.
All connections take their settings from here: the MCP server's pool, Django's, and that of the health check. They are
set by a statement, not by startup options, which poolers refuse; within a transaction the same statement with
`local=True` does for that transaction.
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
_ITERATIVE_SCAN = """
    (SELECT pg_catalog.set_config('hnsw.iterative_scan', 'relaxed_order', {local})
        || pg_catalog.set_config('hnsw.max_scan_tuples', '5000', {local})
     FROM pg_catalog.pg_extension
     WHERE extname = 'vector' AND pg_catalog.string_to_array(extversion, '.')::int[] >= ARRAY[0, 8])"""
# An acknowledged store survives a crash of the server. Stricter values than this one are the operator's choice.
_DURABILITY = """
    CASE pg_catalog.current_setting('synchronous_commit')
        WHEN 'off' THEN pg_catalog.set_config('synchronous_commit', 'on', {local}) END"""


def statement(*, local: bool = False) -> str:
    """The statement that sets all, for the session, or with `local` for the transaction that it stands in."""
    scope = "true" if local else "false"
    parts = [f"pg_catalog.set_config('{name}', '{value}', {scope})" for name, value in SETTINGS.items()]
    parts += [part.format(local=scope) for part in (_ITERATIVE_SCAN, _DURABILITY)]
    # Triggers read it. In sessions of other programs it has its default (trash_days.sql).
    parts.append(f"pg_catalog.set_config('codex.trash_days', '{settings.TRASH_DAYS}', {scope})")
    return "SELECT " + ",\n    ".join(parts)

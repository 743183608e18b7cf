"""What exports and imports of memories carry along of this app: patterns, and the analyses that found them."""

from __future__ import annotations

from memories.db import named_sql
from memories.moving.parts import part

_sql = named_sql.read(__file__, "moving")

PARTS = (
    part(
        "patterns",
        "code_patterns",
        _sql["read_patterns"],
        _sql["write_patterns"],
        "id pattern_type pattern_signature frequency confidence language discovered_at ast_features",
    ),
    part(
        "analyses",
        "analysis_runs",
        _sql["read_analyses"],
        _sql["write_analyses"],
        "language fingerprint analysed_at",
    ),
)

"""A tool is one decorated function: what `@tool` says is listed, counted, limited and logged, without more code."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from codex_project.config import Config
from mcp_server import results
from mcp_server.registry import tool
from mcp_server.tools import TOOLS
from tests.support.clients import Serve

PROGRAM = """
import os, sys
import django
from codex_project.__main__ import main
os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
django.setup()
sys.argv = ["codex_project", "mcp_serve"]
from mcp_server import registry, results, tools

@registry.tool(
    "Fold the laundry.",
    result=results.shape(folded=results.COUNT),
    operation="laundry",
    rate_limit="get_memory",
    destructive=True,
    success_message="Folded: {folded} shirts",
)
async def fold_laundry(shirts: tools.Tags):
    return {"folded": len(shirts)}

@registry.tool("Iron.", result=results.shape(), enabled=False)
async def iron():
    return {}

main()
"""


@pytest.mark.stdio
def test_a_tool_is_listed_counted_limited_and_logged_as_its_decorator_says(
    serve: Serve, database: str, tmp_path: Path
) -> None:
    limits = {"RATE_LIMIT_ENABLED": None, "RATE_LIMIT_GET_MEMORY": "2"}
    server = serve(database, CODEX_DATA_DIR=str(tmp_path), command=(sys.executable, "-c", PROGRAM), **limits)
    listed = {tool["name"]: tool for tool in server.ask("tools/list")["tools"]}
    hints = listed["fold_laundry"]["annotations"]
    assert (hints["readOnlyHint"], hints["destructiveHint"], hints["idempotentHint"]) == (False, True, False)
    assert "iron" not in listed
    assert server.refusal("iron").code == -32601

    assert server.call("fold_laundry", shirts=["red", "blue"]) == {"folded": 2}
    # It shares a limit with get_memory. At most one window ends meanwhile, so of six calls two are above the limit.
    server.request_call("get_memory", {"id": "01234567-89ab-4cde-8f01-23456789abcd"})
    calls = [server.request_call("fold_laundry", {"shirts": ["red"]}) for _ in range(5)]
    refused = [answer["error"] for answer in map(server.answer, calls) if "error" in answer]
    assert len(refused) >= 2
    assert {(error["code"], error["message"][:42]) for error in refused} == {
        (-32004, "fold_laundry may be called 2 times a minut")
    }

    assert server.finish() == 0
    assert re.search(r"calls: Folded: 2 shirts, fold_laundry: ok in [0-9.]+ ms, request \d+$", server.log, re.MULTILINE)
    slow = json.loads((tmp_path / "metrics" / "slow_calls.json").read_text())
    assert {call["operation"] for call in slow} == {"get", "laundry"}


def test_the_operations_in_the_metrics_are_those_that_dashboards_know() -> None:
    assert [tool.operation for tool in TOOLS.values()] == [
        *("store", "update", "get", "search", "delete", "statistics"),
        *("analyze_patterns", "get_patterns", "search_patterns", "pattern_statistics"),
    ]


def test_each_variable_of_a_limit_limits_the_tool_that_it_names() -> None:
    limited = {name: tool.rate_limit for name, tool in TOOLS.items() if tool.rate_limit}
    # An update counts as a store.
    assert limited == {name: name for name in Config().rate_limits} | {"update_memory": "store_memory"}


def test_a_tool_with_a_limit_that_no_variable_sets_is_an_error_at_start() -> None:
    with pytest.raises(ValueError, match=r"no variable RATE_LIMIT_LAUNDRY\."):
        tool("Fold the laundry.", result=results.shape(), rate_limit="laundry")

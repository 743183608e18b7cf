"""The pattern tools through the public door."""

from __future__ import annotations

import sysconfig
import uuid
from pathlib import Path

import pytest

from tests.support.clients import Client, Serve

PYTHON = """
import json

class Cache:
    def get(self, key):
        with open(key) as file:
            return json.load(file)

    async def put(self, key, value):
        try:
            self.data[key] = [item for item in value if item]
        except KeyError:
            pass
"""
RUST = "fn main() -> Result<(), Error> { let x = read()?; let y = parse(x)?; Ok(()) }\n"


def store(server: Client, content: str) -> str:
    stored = server.call("store_memory", content=content, context="code", summary="some code")
    return str(stored["id"])


def test_what_an_analysis_finds_is_kept_and_found_again(server: Client) -> None:
    memory = store(server, PYTHON)
    analysis = server.call("analyze_patterns", memory_id=memory, language="python")
    assert analysis["counts"]["function_definition"] == 2
    assert analysis["counts"]["context_manager"] == 1
    assert (analysis["truncated"], analysis["parse_errors"]) == (False, 0)
    kept = server.call("get_patterns", memory_id=memory)["patterns"]
    assert {pattern["id"] for pattern in kept} == {pattern["id"] for pattern in analysis["patterns"]}
    found = server.call("search_patterns", pattern_type="context_manager")["patterns"]
    assert [pattern["memory_id"] for pattern in found] == [memory]
    assert found[0]["ast_features"]["lines"] == [6]
    statistics = server.call("pattern_statistics")
    assert statistics["total"] == len(kept)
    assert statistics["by_language"] == {"python": len(kept)}


def test_analysing_again_replaces_and_deleting_the_memory_takes_its_patterns_along(server: Client) -> None:
    memory = store(server, PYTHON)
    first = server.call("analyze_patterns", memory_id=memory, language="python")["patterns"]
    second = server.call("analyze_patterns", memory_id=memory, language="python")["patterns"]
    assert len(server.call("get_patterns", memory_id=memory)["patterns"]) == len(first) == len(second)
    assert server.call("delete_memory", id=memory) == {"deleted": True}
    assert server.call("search_patterns", pattern_type="function_definition") == {"patterns": []}
    assert server.refusal("get_patterns", memory_id=memory).code == -32001


def test_several_languages_of_one_memory_are_kept_apart(server: Client) -> None:
    memory = store(server, f"Two ways:\n\n```python\n{PYTHON}```\n\nand\n\n```rust\n{RUST}```\n")
    server.call("analyze_patterns", memory_id=memory, language="python")
    rust = server.call("analyze_patterns", memory_id=memory, language="rust")
    assert rust["counts"]["error_propagation"] == 2
    kept = server.call("get_patterns", memory_id=memory)["patterns"]
    assert {pattern["language"] for pattern in kept} == {"python", "rust"}


def test_prose_has_no_patterns_and_is_no_error(server: Client) -> None:
    memory = store(server, "We decided to import the classes from abroad, if the weather allows it.")
    analysis = server.call("analyze_patterns", memory_id=memory, language="python")
    assert (analysis["patterns"], analysis["total_found"]) == ([], 0)


@pytest.mark.parametrize(
    "content",
    ["(" * 50_000, "def f(:\n" * 2_000, "x = 1; " * 75_000, "\ufeffdef f():\r\n    pass\r\n", "}{][" * 1_000],
    ids=["parentheses", "invalid throughout", "one long line", "BOM and CRLF", "brackets"],
)
def test_bad_source_gets_a_result_and_the_server_goes_on(server: Client, content: str) -> None:
    memory = store(server, content)
    analysis = server.call("analyze_patterns", memory_id=memory, language="python")
    assert len(analysis["patterns"]) <= 1_000
    server.ping()


def test_an_unknown_language_is_named_with_the_known_ones_and_an_unknown_memory_is_not_found(server: Client) -> None:
    memory = store(server, PYTHON)
    refused = server.refusal("analyze_patterns", memory_id=memory, language="cobol")
    assert refused.code == -32000
    assert "python" in refused.message
    unknown = str(uuid.uuid4())
    assert server.refusal("analyze_patterns", memory_id=unknown, language="python").code == -32001
    assert server.refusal("search_patterns", pattern_type="poetry").code == -32000
    assert server.refusal("search_patterns", pattern_type="lambda", limit=101).code == -32000
    period = {"from_date": "2025-01-01", "to_date": "2025-06-01"}
    assert server.refusal("pattern_statistics", **period).code == -32000


def test_without_patterns_their_tools_are_not_there(serve: Serve) -> None:
    server = serve(ENABLE_PATTERNS="false")
    names = {tool["name"] for tool in server.ask("tools/list")["tools"]}
    assert names == {
        *("store_memory", "update_memory", "get_memory", "search_memories", "delete_memory", "get_statistics")
    }
    assert server.refusal("get_patterns", memory_id=str(uuid.uuid4())).code == -32601


def test_other_calls_go_on_while_a_large_file_is_analysed(server: Client) -> None:
    source = Path(sysconfig.get_paths()["stdlib"], "_pydecimal.py").read_text()
    memory = store(server, source * 3)
    analysing = server.request_call("analyze_patterns", {"memory_id": memory, "language": "python"})
    assert server.call("get_memory", id=str(uuid.uuid4())) == {"memory": None}
    assert not server.has_answer(analysing)
    assert server.result(analysing)

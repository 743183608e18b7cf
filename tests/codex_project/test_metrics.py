"""What Prometheus reads: the counts of all processes, also of those that have ended."""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from prometheus_client.mmap_dict import MmapedDict, mmap_key

from memories.observability import metric_files, metrics
from tests.support.clients import Serve, environment
from tests.support.waiting import until
from tests.support.web import Web, samples

MONITORING = Path(__file__).resolve().parent.parent.parent / "codex_project" / "monitoring"
needs_promtool = pytest.mark.skipif(not shutil.which("promtool"), reason="promtool is not installed")
MEMORY = {"content": "Counting sheep.", "context": "Night", "summary": "Sheep"}
ENDED = 2**22 + 1  # beyond the greatest number of a process


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path)


@pytest.fixture
def web(database: str, folder: str) -> Iterator[Web]:
    with Web(environment(database, CODEX_DATA_DIR=folder)) as running:
        yield running


def test_agents_counts_show_and_stay_when_their_process_has_gone(
    serve: Serve, database: str, folder: str, web: Web
) -> None:
    first, second = (serve(database, CODEX_DATA_DIR=folder, ENABLE_CACHE="true") for _ in range(2))
    first.call("store_memory", MEMORY)
    assert second.refusal("store_memory", MEMORY).code == -32002
    second.refusal("no_such_tool")
    second.call("get_memory", id=str(uuid4()))
    page = web.get("/metrics")
    assert page.status == 200
    counted = samples(page.body)
    assert counted["codex_memory_operations_total", "store", "success"] == 1
    assert counted["codex_memory_operations_total", "store", "error"] == 1
    assert counted["codex_memory_operations_total", "get", "success"] == 1
    assert counted["codex_memory_operation_duration_seconds_count", "store"] == 2
    assert counted["codex_memory_operation_duration_seconds_bucket", "+Inf", "store"] == 2
    assert counted["codex_memory_pool_connections", "active"] == 0
    assert counted["codex_memory_pool_connections", "idle"] >= 2
    assert ("codex_memory_cache_hits_total",) in counted
    assert ("codex_memory_cache_misses_total",) in counted
    assert b"no_such_tool" not in page.body

    first.kill()
    first.wait()
    second.finish()
    later = samples(web.get("/metrics").body)
    operations = [key for key in counted if key[0] == "codex_memory_operations_total"]
    assert {key: later[key] for key in operations} == {key: counted[key] for key in operations}
    assert later.get(("codex_memory_pool_connections", "idle"), 0) == 0
    assert samples(web.get("/metrics").body) == later


def test_the_web_sides_connections_of_all_workers_show(database: str, folder: str) -> None:
    variables = {"CODEX_DATA_DIR": folder, "MIN_CONNECTIONS": "3", "MAX_CONNECTIONS": "3"}
    with Web(environment(database, **variables)) as first, Web(environment(database, **variables)) as second:
        before = samples(first.get("/metrics").body)
        assert before.get(("codex_memory_pool_connections", "idle"), 0) == 0

        def told() -> bool:
            # A pool opens its connections in the background, and a worker tells at the end of its next request.
            for web in (first, second):
                web.get("/admin/", Cookie="sessionid=nobody-has-this-session")  # looked for in the database
            return samples(first.get("/metrics").body)["codex_memory_pool_connections", "idle"] == 6

        until(told, "six idle connections")
        assert samples(second.get("/metrics").body)["codex_memory_pool_connections", "active"] == 0


def test_thousands_of_ended_processes_leave_one_file_and_a_quick_page(folder: str, web: Web) -> None:
    ended = Path(folder) / "metrics"
    ended.mkdir()
    labels = (["operation", "status"], ["store", "success"])
    key = mmap_key("codex_memory_operations", "codex_memory_operations_total", *labels, "Calls.")
    for number in range(2000):
        values = MmapedDict(str(ended / f"counter_{ENDED + number}.db"))
        values.write_value(key, 3.0, 0.0)
        values.close()
    (ended / f"histogram_{ENDED}.db").touch()  # it ended as it began
    (ended / f"gauge_livesum_{ENDED}.db").touch()
    assert samples(web.get("/metrics").body)["codex_memory_operations_total", "store", "success"] == 6000
    started = time.monotonic()
    assert samples(web.get("/metrics").body)["codex_memory_operations_total", "store", "success"] == 6000
    assert time.monotonic() - started < 0.5
    assert len(list(ended.iterdir())) < 12


def test_a_server_that_starts_folds_where_no_web_side_does(serve: Serve, database: str, folder: str) -> None:
    ended = Path(folder) / "metrics"
    ended.mkdir()
    for number in range(100):
        MmapedDict(str(ended / f"counter_{ENDED + number}.db")).close()
    serve(database, CODEX_DATA_DIR=folder).call("get_statistics")
    assert len(list(ended.iterdir())) < 12


def test_a_broken_file_of_an_ended_process_turns_metrics_off_and_calls_are_answered(
    serve: Serve, database: str, folder: str
) -> None:
    kept = Path(folder) / "metrics"
    kept.mkdir()
    for number in range(metrics.MANY_FILES + 1):
        (kept / f"counter_{ENDED + number}.db").write_bytes(b"abc")
    server = serve(database, CODEX_DATA_DIR=folder)
    server.call("store_memory", MEMORY)
    assert "Metrics are off" in server.log
    assert server.finish() == 0


def test_no_process_makes_its_files_while_the_page_is_read(serve: Serve, database: str, folder: str) -> None:
    files = Path(folder) / "metrics"
    files.mkdir()
    with (files / "lock").open("w") as reading:
        fcntl.flock(reading, fcntl.LOCK_EX)
        server = serve(database, CODEX_DATA_DIR=folder)
        call = server.request_call("get_statistics")
        started = psutil.Process(server.process.pid)
        until(lambda: str(files / "lock") in {file.path for file in started.open_files()}, "Waiting for the lock")
        assert [path.name for path in files.iterdir()] == ["lock"]
        server.ping()
    server.called(call)
    server.call("get_memory", id=str(uuid4()))
    made = {path.stem.rpartition("_")[0] for path in files.glob("*.db")}
    assert made == set(metric_files.TYPES)


@pytest.mark.parametrize("host", ["10.0.0.1", "odd host", "evil.example"])
def test_any_host_may_be_named_and_other_methods_are_not_allowed(web: Web, host: str) -> None:
    assert web.ask("GET", "/metrics", Host=host).status == 200
    assert web.ask("HEAD", "/metrics", Host=host).status == 200
    assert web.ask("POST", "/metrics", Host=host).status == 405


def test_behind_a_proxy_only_the_token_opens_the_page(database: str, folder: str) -> None:
    variables = {"CODEX_DATA_DIR": folder, "TRUST_PROXY": "true"}
    with Web(environment(database, METRICS_TOKEN="s3same", **variables)) as web:
        assert web.get("/metrics").status == 401
        for wrong in ("Bearer", "Bearer no", "Basic s3same", "Bearer s3sam\xe9"):
            assert web.get("/metrics", Authorization=wrong).status == 401
        assert web.get("/metrics", Authorization="Bearer s3same").status == 200
    with Web(environment(database, **variables)) as web:
        assert web.get("/metrics", Authorization="Bearer ").status == 401


def test_turned_off_there_is_neither_page_nor_file(serve: Serve, database: str, folder: str) -> None:
    serve(database, CODEX_DATA_DIR=folder, ENABLE_METRICS="false").call("get_statistics")
    with Web(environment(database, CODEX_DATA_DIR=folder, ENABLE_METRICS="false")) as web:
        assert web.get("/metrics").status == 404
    assert not (Path(folder) / "metrics").exists()


@needs_promtool
def test_promtool_accepts_the_page_and_the_rules(serve: Serve, database: str, folder: str, web: Web) -> None:
    serve(database, CODEX_DATA_DIR=folder).call("get_statistics")
    page = web.get("/metrics").body
    checked = subprocess.run(("promtool", "check", "metrics"), input=page, capture_output=True)
    assert checked.returncode == 0, checked.stderr
    checked = subprocess.run(("promtool", "check", "rules", str(MONITORING / "rules.yml")), capture_output=True)
    assert checked.returncode == 0, checked.stderr


@needs_promtool
def test_the_rules_give_the_quantile_form(tmp_path: Path) -> None:
    bucket = 'codex_memory_operation_duration_seconds_bucket{operation="store", le="%s"}'
    series = [
        {"series": bucket % le, "values": f"0+{step}x20"} for le, step in (("0.01", 90), ("0.02", 100), ("+Inf", 100))
    ]
    name = 'codex_memory_operation_duration_seconds{operation="store", quantile="0.95"}'
    expected = [{"labels": '{operation="store", quantile="0.95"}', "value": 15}]
    test = {
        "rule_files": [str(MONITORING / "rules.yml")],
        "tests": [
            {
                "interval": "1m",
                "input_series": series,
                "promql_expr_test": [{"expr": f"round({name} * 1000)", "eval_time": "15m", "exp_samples": expected}],
            }
        ],
    }
    (tmp_path / "test.yml").write_text(json.dumps(test))  # JSON is YAML
    checked = subprocess.run(("promtool", "test", "rules", str(tmp_path / "test.yml")), capture_output=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_dashboard_asks_for_series_that_exist() -> None:
    dashboard = json.loads((MONITORING / "dashboard.json").read_text())
    source = (MONITORING.parent.parent / "memories" / "observability" / "metrics.py").read_text()
    for panel in dashboard["panels"]:
        for target in panel["targets"]:
            names = target["expr"].replace("(", " ").replace("{", " ").replace("[", " ").split()
            used = [word.removesuffix("_bucket") for word in names if word.startswith("codex_memory")]
            assert used
            assert all(name in source for name in used)

"""What docs/operations.md tells an operator to do works."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.support.clients import Serve, environment, run
from tests.support.database import PostgreSQL
from tests.support.web import COMMAND, DOCUMENT, Web, documented_options

MEMORY = {"content": "Backups are for restoring.", "context": "Operations", "summary": "Backup", "tags": ["backup"]}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)


def variables_of_production() -> dict[str, str]:
    block = next(block for block in blocks("sh") if block.startswith("DATABASE_URL="))
    return dict(line.split("=", 1) for line in block.splitlines())


@pytest.mark.integration
def test_with_the_variables_of_production_check_deploy_reports_nothing(tmp_path: Path) -> None:
    variables = variables_of_production() | {"CODEX_DATA_DIR": str(tmp_path)}
    url = variables.pop("DATABASE_URL")
    checked = run("check", "--deploy", "--fail-level", "DEBUG", env=environment(url, **variables))
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


def test_the_web_side_serves_with_the_documented_command_and_variables(database: str, tmp_path: Path) -> None:
    variables = variables_of_production() | {"CODEX_DATA_DIR": str(tmp_path)}
    del variables["DATABASE_URL"]
    assert COMMAND[-1].startswith("--threads")
    with Web(environment(database, **variables), *documented_options()) as web:
        assert web.get("/health/ready").status == 200
        proxied = {"Host": "memory.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
        assert web.get("/admin/login/", **proxied).status == 200
        redirected = web.get("/admin/login/", Host="memory.example.org")
        assert (redirected.status, redirected.headers["Location"]) == (301, "https://memory.example.org/admin/login/")
        assert web.get("/metrics", Authorization=f"Bearer {variables['METRICS_TOKEN']}").status == 200


def test_what_was_dumped_is_served_from_where_it_was_restored(serve: Serve, own_postgresql: PostgreSQL) -> None:
    url, restored = own_postgresql.url("postgres"), own_postgresql.url("restored")
    identifier = serve(url).call("store_memory", {**MEMORY, "sentiment": 0.5})["id"]
    with psycopg.connect(url, autocommit=True) as administrator:
        administrator.execute("CREATE DATABASE restored TEMPLATE template0")
    dump = own_postgresql.folder.parent / "memories.dump"
    programs = f"{own_postgresql.server.bin_path}{os.pathsep}{os.environ['PATH']}"
    for program in ("pg_dump", "pg_restore"):
        block = next(block for block in blocks("sh") if block.startswith(program))
        env = {"PATH": programs, "DATABASE_URL": url, "NEW_DATABASE_URL": restored}
        done = subprocess.run(("sh", "-ec", block), env=env, cwd=dump.parent, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    examined = run("doctor", env=environment(restored))
    assert examined.returncode == 0, examined.stdout
    server = serve(restored)
    memory = server.call("get_memory", id=identifier)["memory"]
    assert (memory["content"], memory["processed"]["sentiment"]) == (MEMORY["content"], 0.5)
    assert server.call("search_memories", query="restoring backups")["memories"][0]["id"] == identifier
    assert server.refusal("store_memory", MEMORY).code == -32002
    assert server.call("get_statistics")["memories"] == 1

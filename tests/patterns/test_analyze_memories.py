import datetime
import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from memories.models import Memory
from patterns import languages
from patterns.models import AnalysisRun, CodePattern

SOURCE = "def f(): pass\nwith a as b: pass\n"


def remember(number: Any, content: Any = SOURCE, **fields: Any) -> Any:
    return [
        Memory.objects.create(
            content=content + "\n" * index, content_hash=f"{content[:20]!r}{index}", context="c", summary="s", **fields
        )
        for index in range(number)
    ]


def analyze(*arguments: Any, verbosity: Any = 0) -> Any:
    return call_command("analyze_memories", *arguments, verbosity=verbosity)


@pytest.fixture
def summary(capsys: Any) -> Any:
    return lambda: capsys.readouterr().out.strip()


@pytest.mark.usefixtures("database")
def test_all_memories_are_analysed_in_all_languages(summary: Any) -> None:
    remember(3)
    remember(2, "fn f() { a.unwrap(); }\n")
    remember(1, "We imported nothing today, and it was fine.")
    analyze()
    assert summary() == "12 analyses of memories in python, rust found 10 patterns."
    assert CodePattern.objects.filter(language="python").count() == 6
    assert CodePattern.objects.filter(language="rust").count() == 4


@pytest.mark.usefixtures("database")
def test_what_was_analysed_is_skipped_even_where_nothing_was_found(summary: Any) -> None:
    remember(2)
    remember(2, "We imported nothing today, and it was fine.")
    analyze("--language", "python")
    assert summary() == "4 analyses of memories in python found 4 patterns."
    analyze("--language", "py")
    assert summary() == "0 analyses of memories in python found 0 patterns."
    remember(1, "lambda: 1\n")
    analyze("--language", "python")
    assert summary() == "1 analyses of memories in python found 1 patterns."
    analyze("--language", "python", "--all")
    assert summary() == "5 analyses of memories in python found 5 patterns."
    assert CodePattern.objects.count() == 5


@pytest.mark.usefixtures("database")
def test_other_query_files_make_the_analysis_worth_repeating(summary: Any) -> None:
    remember(2)
    analyze("--language", "python")
    AnalysisRun.objects.filter(memory=Memory.objects.first()).update(fingerprint="of other files")
    summary()
    analyze("--language", "python")
    assert summary() == "1 analyses of memories in python found 2 patterns."
    assert set(AnalysisRun.objects.values_list("fingerprint", flat=True)) == {languages.fingerprint("python")}


@pytest.mark.usefixtures("database")
def test_only_memories_since_a_date_are_analysed(summary: Any) -> None:
    remember(2, created_at=datetime.datetime(2026, 1, 31, 23, 59, tzinfo=datetime.UTC))
    remember(3, "lambda: 1\n", created_at=datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC))
    analyze("--since", "2026-02-01")
    assert summary() == "6 analyses of memories in python, rust found 3 patterns."
    analyze("--since", "2026-01-31T23:59Z")
    assert summary() == "4 analyses of memories in python, rust found 4 patterns."


@pytest.mark.usefixtures("database")
def test_more_memories_than_a_batch_are_all_analysed(summary: Any) -> None:
    remember(230)
    analyze("--language", "python")
    assert summary() == "230 analyses of memories in python found 460 patterns."


@pytest.mark.usefixtures("database")
def test_a_memory_that_takes_too_long_is_named_and_the_others_go_on(settings: Any, capsys: Any) -> None:
    (large,) = remember(1, '"' * 900_000)
    remember(2, "fn f() { a.unwrap(); }\n")
    settings.MCP_TIMEOUT = 0.5
    with pytest.raises(CommandError, match="found 4 patterns; 1 failed"):
        analyze("--language", "rust")
    assert f"{large.id}: The analysis was stopped" in capsys.readouterr().err


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["--language", "cobol"], "must be one of python, rust"), (["--since", "yesterday"], "is not a date such as")],
)
def test_a_wrong_argument_is_refused_with_a_sentence(arguments: Any, complaint: Any) -> None:
    with pytest.raises(CommandError, match=complaint):
        analyze(*arguments)


@pytest.mark.usefixtures("database")
def test_an_interrupted_run_says_so_and_the_next_one_goes_on(summary: Any) -> None:
    remember(40, "def f(a): return [b for b in a]\n" * 1_000)
    url = connection.get_connection_params()
    environment = os.environ | {
        "DATABASE_URL": f"postgresql://{url['user']}@/{url['dbname']}?host={url['host']}"
        + (f"&port={url['port']}" if url.get("port") else "")
    }
    command = [sys.executable, "manage.py", "analyze_memories", "--language", "python"]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not AnalysisRun.objects.exists() and time.monotonic() < deadline and running.poll() is None:
        connection.close()  # look again, in a transaction of its own
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=30)
    assert running.returncode == 130, error
    assert "Interrupted: " in error
    assert "Run it again to continue." in error
    done = AnalysisRun.objects.count()
    assert 0 < done < 40
    analyze("--language", "python")
    assert summary() == f"{40 - done} analyses of memories in python found {(40 - done) * 2} patterns."

"""`embed_memories` embeds what has no embedding, and can be interrupted and resumed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid

import pytest
from django.utils import timezone

from memories.embeddings.models import EmbeddingClaim
from memories.models import EmbeddedMemory, Memory, ProcessedMemory
from tests.support.clients import environment, run
from tests.support.embedding_endpoint import KEY, Endpoint
from tests.support.waiting import PATIENCE, until

OWN = [1.0] + [0.0] * 1535


def add(count: int, *, model: str | None = None, project: str = "", text: str = "") -> None:
    for _ in range(count):
        name = text + uuid.uuid4().hex
        memory = Memory.objects.create(
            content=name, content_hash=uuid.uuid4().hex, context="Test", summary=name, project=project
        )
        if model is not None:
            ProcessedMemory.objects.create(memory=memory, embeddings=OWN, embedding_model=model)


def embedded(model: str = "words") -> int:
    return EmbeddedMemory.objects.filter(embedding_model=model).count()


def test_all_memories_are_embedded_and_a_second_run_finds_nothing(database: str, endpoint: Endpoint) -> None:
    add(70)
    env = environment(database, **endpoint.variables())
    first = run("embed_memories", env=env)
    assert (first.returncode, first.stdout) == (0, "70 memories were embedded.\n"), first.stderr
    assert first.stderr == ""  # progress is for terminals
    assert embedded() == 70
    sent = len(endpoint.requests)
    again = run("embed_memories", env=env)
    assert (again.returncode, again.stdout) == (0, "0 memories were embedded.\n")
    assert len(endpoint.requests) == sent


def test_an_interrupted_run_is_resumed_where_it_ended(database: str, endpoint: Endpoint) -> None:
    add(64)
    env = environment(database, **endpoint.variables())
    endpoint.may_answer.clear()
    command = (sys.executable, "-m", "codex_project", "embed_memories")
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as begun:
        endpoint.await_requests(1)
        endpoint.may_answer.set()
        until(lambda: embedded() > 0, "the first embedding")
        endpoint.may_answer.clear()
        os.kill(begun.pid, signal.SIGINT)
        _, told = begun.communicate(timeout=PATIENCE)
    assert begun.returncode in (0, 130), told
    endpoint.may_answer.set()
    assert not EmbeddingClaim.objects.exists()
    before = embedded()
    resumed = run("embed_memories", env=env)
    assert resumed.stdout.startswith(f"{64 - before} memor")
    assert embedded() == 64


def test_a_limit_is_kept(database: str, endpoint: Endpoint) -> None:
    add(5)
    limited = run("embed_memories", "--limit", "2", env=environment(database, **endpoint.variables()))
    assert (limited.returncode, embedded()) == (0, 2)


def test_embeddings_of_another_model_are_replaced_on_request(database: str, endpoint: Endpoint) -> None:
    add(2, model="former")
    add(1, model="")
    env = environment(database, **endpoint.variables())
    assert run("embed_memories", env=env).stdout == "0 memories were embedded.\n"
    assert run("embed_memories", "--model-changed", env=env).stdout == "2 memories were embedded.\n"
    assert (embedded("words"), embedded("former"), embedded("")) == (2, 0, 1)


def test_refused_texts_are_counted_and_sent_again(database: str, endpoint: Endpoint) -> None:
    add(1)
    Memory.objects.create(content="bad", content_hash="bad", context="Test", summary="bad")
    endpoint.refuses_containing = "bad"
    env = environment(database, **endpoint.variables())
    refused = run("embed_memories", env=env)
    assert refused.returncode == 1
    assert "1 memory was embedded; the texts of 1 were refused." in refused.stderr
    endpoint.refuses_containing = None
    assert run("embed_memories", env=env).stdout == "1 memory was embedded.\n"


def test_a_failing_endpoint_ends_the_run_with_what_to_do(database: str, endpoint: Endpoint) -> None:
    add(1)
    endpoint.status = 401
    failed = run("embed_memories", env=environment(database, **endpoint.variables()))
    assert failed.returncode == 1
    assert "Check EMBEDDING_API_KEY." in failed.stderr
    assert KEY not in failed.stderr
    assert "Traceback" not in failed.stderr


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_no_number_is_refused(database: str, limit: str) -> None:
    refused = run("embed_memories", f"--limit={limit}", env=environment(database))
    assert refused.returncode != 0
    assert "is not a number of memories" in refused.stderr


def test_without_a_provider_the_command_says_what_to_set(database: str) -> None:
    refused = run("embed_memories", env=environment(database))
    assert refused.returncode == 1
    assert "EMBEDDING_PROVIDER is off." in refused.stderr


def test_doctor_shows_how_many_memories_wait(database: str, endpoint: Endpoint) -> None:
    add(3)
    add(1, model="former")
    examined = run("doctor", env=environment(database, **endpoint.variables()))
    assert examined.returncode == 0, examined.stdout
    assert "the model words embeds a text in" in examined.stdout
    assert "3 memories without an embedding." in examined.stdout
    assert "another model embedded 1 memory" in examined.stdout
    assert KEY not in examined.stdout + examined.stderr
    assert "a provider embedded 1 memory" in run("doctor", env=environment(database)).stdout
    endpoint.status = 500
    failing = run("doctor", env=environment(database, **endpoint.variables()))
    assert failing.returncode == 1
    assert "FAULT  The embedding endpoint answered 500." in failing.stdout


CONFINED = {"CODEX_PROJECT": "mine", "PROJECT_CONFINED": "true"}


def test_with_confinement_no_text_of_another_project_is_sent(database: str, endpoint: Endpoint) -> None:
    for project in ("mine", ""):
        add(1, project=project)
        add(1, project=project, model="former")
    # More than a batch, and the first that a claim would meet.
    add(40, project="theirs", text="theirs", model="former")
    add(40, project="theirs", text="theirs")
    env = environment(database, **endpoint.variables(), **CONFINED)
    confined = run("embed_memories", "--model-changed", env=env)
    assert (confined.returncode, confined.stdout) == (0, "4 memories were embedded.\n"), confined.stderr
    assert not any("theirs" in text for text in endpoint.texts)
    assert (embedded("words"), embedded("former")) == (4, 40)
    everything = run("embed_memories", "--model-changed", env=environment(database, **endpoint.variables()))
    assert everything.stdout == "80 memories were embedded.\n"


def test_with_confinement_refused_texts_of_another_project_are_not_sent_again(
    database: str, endpoint: Endpoint
) -> None:
    for project in ("mine", "theirs"):
        add(1, project=project, text="bad")
    endpoint.refuses_containing = "bad"
    assert run("embed_memories", env=environment(database, **endpoint.variables())).returncode == 1
    endpoint.refuses_containing = None
    env = environment(database, **endpoint.variables(), **CONFINED)
    assert run("embed_memories", env=env).stdout == "1 memory was embedded.\n"
    (claim,) = EmbeddingClaim.objects.all()
    assert claim.was_refused
    assert claim.claimed_until > timezone.now()


def test_doctor_counts_what_a_confined_server_sees(database: str, endpoint: Endpoint) -> None:
    add(3, project="theirs")
    add(2, project="theirs", model="former")
    add(1, project="theirs", text="bad")
    endpoint.refuses_containing = "bad"
    run("embed_memories", env=environment(database, **endpoint.variables()))
    add(4, project="theirs")
    env = environment(database, **endpoint.variables(), **CONFINED)
    assert "no memory waits for an embedding" in (told := run("doctor", env=env).stdout)
    assert "another model" not in told
    assert "the provider refused" not in told
    add(2, project="mine")
    add(1, model="former")
    told = run("doctor", env=env).stdout
    assert "2 memories without an embedding." in told
    assert "another model embedded 1 memory," in told
    everything = run("doctor", env=environment(database, **endpoint.variables())).stdout
    assert "7 memories without an embedding." in everything
    assert "another model embedded 3 memories," in everything
    assert "the provider refused the text of 1 memory." in everything

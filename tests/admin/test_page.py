"""A memory's page: everything about it to read, its tags to edit."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from memories.models import Memory
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, text_of


def address(memory: Any) -> str:
    return f"{LIST}{memory.pk}/change/"


def direction(*values: float) -> list[float]:
    return [*values, *([0.0] * (settings.EMBEDDING_DIMENSIONS - len(values)))]


def test_everything_about_a_memory_is_there_to_read(curator: Client) -> None:
    memory = MemoryFactory(
        summary="How we deploy", content="Ask two people.", context="Billing", metadata={"agent": {"name": "Ann"}}
    )
    ProcessedMemoryFactory(memory=memory, insights={"kind": "rule"}, entities=["billing"], sentiment=-0.5)
    CodePatternFactory(memory=memory, pattern_signature="def _(_)", language="python", frequency=0.25)

    response = curator.get(address(memory))
    page, html = text_of(response), response.content.decode()

    for shown in ("How we deploy", "Context Billing", "Ask two people.", memory.content_hash, "Negative (-0.50)"):
        assert shown in page
    for shown in ('{ "agent" : { "name" : "Ann" } }', '{ "kind" : "rule" }', '[ "billing" ]', "def _(_)", "25%"):
        assert "".join(shown.split()) in "".join(page.split())
    assert f'data-copy="{memory.content_hash}"' in html


def test_fenced_code_is_highlighted_and_text_stays_text(curator: Client) -> None:
    memory = MemoryFactory(content="Before <b>\n\n```python\ndef f():\n    return 1\n```\n\n~~~\nplain\n~~~\nafter")

    html = curator.get(address(memory)).content.decode()

    assert '<span class="k">def</span>' in html
    assert "Before &lt;b&gt;" in html
    assert "```" not in html
    assert "~~~" not in html
    assert "style=" not in html


@pytest.mark.parametrize(
    ("content", "tags"),
    [
        ("import os\n\n\ndef f(x):\n    return os.path.join(x)\n", ["python"]),
        ('pub fn main() {\n    let x = 1;\n    println!("{x}");\n}\n', ["rust"]),
    ],
)
def test_content_that_is_code_as_a_whole_is_highlighted(curator: Client, content: str, tags: list[str]) -> None:
    assert '<span class="' in curator.get(address(MemoryFactory(content=content, tags=tags))).content.decode()


def test_prose_about_a_language_is_not_taken_for_code(curator: Client) -> None:
    memory = MemoryFactory(content="We import goods.\nPython is a snake.\nIt eats for days.", tags=["python"])

    assert '<div class="prose" dir="auto">We import goods.' in curator.get(address(memory)).content.decode()


def test_the_five_nearest_by_vector_come_nearest_first(curator: Client) -> None:
    memory = ProcessedMemoryFactory(embeddings=direction(1.0, 0.0)).memory
    for step in range(7):
        near = MemoryFactory(summary=f"At distance {step}")
        ProcessedMemoryFactory(memory=near, embeddings=direction(1.0, 0.1 * (step + 1)))

    page = text_of(curator.get(address(memory)))

    places = [page.find(f"At distance {step}") for step in range(7)]
    assert places[:5] == sorted(places[:5])
    assert min(places[:5]) > page.find("Nearest memories by embedding") > 0
    assert places[5:] == [-1, -1]


@pytest.mark.parametrize("model", ["", "words"])
def test_the_nearest_are_of_the_same_model(curator: Client, model: str) -> None:
    memory = ProcessedMemoryFactory(embeddings=direction(1.0), embedding_model=model).memory
    for other in ("", "words", "former"):
        near = MemoryFactory(summary=f"Of the model {other!r}")
        ProcessedMemoryFactory(memory=near, embeddings=direction(1.0, 0.1), embedding_model=other)

    nearest = curator.get(address(memory)).context["page"]["neighbours"]

    assert [found.summary for found in nearest] == [f"Of the model {model!r}"]


def test_without_a_vector_the_nearest_are_by_words(curator: Client) -> None:
    memory = MemoryFactory(summary="Rotating the signing keys")
    MemoryFactory(summary="When signing keys were rotated last")
    MemoryFactory(summary="Lunch", content="soup", context="food")

    page = text_of(curator.get(address(memory)))

    assert "Nearest memories by the words of the summary When signing keys were rotated last" in page
    assert "Lunch" not in page


def test_what_is_missing_is_said_in_words(curator: Client) -> None:
    page = text_of(curator.get(address(MemoryFactory(tags=[], summary="the"))))

    for words in ("No tags.", "This memory has not been analysed", "No other memory is similar", "None stored."):
        assert words in page


def test_tags_are_edited_and_nothing_else(curator: Client) -> None:
    memory = MemoryFactory(tags=["old", "kept"], created_at=timezone.now() - datetime.timedelta(days=1))

    response = curator.post(
        address(memory), {"tags": "kept, new  other", "content": "changed", "summary": "changed", "_continue": "1"}
    )

    changed = Memory.objects.get(pk=memory.pk)
    assert response.status_code == 302
    assert changed.tags == ["kept", "new", "other"]
    assert (changed.content, changed.summary) == (memory.content, memory.summary)
    assert changed.updated_at > changed.created_at


def test_the_history_tells_who_changed_which_tags(curator: Client) -> None:
    memory = MemoryFactory(tags=["old"])
    curator.post(address(memory), {"tags": "new", "_continue": "1"})

    assert "Tags: added new; removed old. carla, just now" in text_of(curator.get(address(memory)))
    assert "added new; removed old" in text_of(curator.get(f"{LIST}{memory.pk}/history/"))
    assert LogEntry.objects.filter(object_id=str(memory.pk)).count() == 1


@pytest.mark.parametrize(
    ("tags", "complaint"),
    [
        ("no_underscore", "cannot be used"),
        ("x" * 51, "at most 50 characters"),
        (" ".join(f"t{n}" for n in range(51)), "at most 50 tags"),
        ("ünicode", "cannot be used"),
    ],
)
def test_tags_against_the_rules_are_refused_with_a_reason(curator: Client, tags: str, complaint: str) -> None:
    memory = MemoryFactory(tags=["old"])

    response = curator.post(address(memory), {"tags": tags})

    assert complaint in text_of(response)
    assert Memory.objects.get(pk=memory.pk).tags == ["old"]


def test_a_megabyte_in_one_line_opens_in_part_and_whole(curator: Client) -> None:
    memory = MemoryFactory(content="x" * 1_048_576)

    assert "848,576 more characters are not shown. Show all" in text_of(curator.get(address(memory)))
    assert "x" * 1_048_576 in curator.get(address(memory), {"content": "all"}).content.decode()


def test_stored_markup_scripts_and_marks_are_shown_as_text(curator: Client) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\u202eSDRAWKCAB\u200f"
    memory = MemoryFactory(summary=bad, context=bad, content=f"{bad}\n```html\n{bad}\n```", metadata={bad: [bad]})
    ProcessedMemoryFactory(memory=memory, insights=bad, entities={bad: bad})
    CodePatternFactory(memory=memory, pattern_signature=bad, pattern_type="<b>type", language="<i>lang")
    # What our own rules refuse as a tag, another program may have stored.
    Memory.objects.filter(pk=memory.pk).update(tags=[bad, *("y" * 500 + str(n) for n in range(49))])

    pages = [LIST, f"{LIST}?q=script", address(memory), f"{LIST}{memory.pk}/delete/", f"{LIST}tags/", "/admin/"]
    pages += ["/admin/memories/processedmemory/", "/admin/patterns/codepattern/", f"{LIST}?tag=%3Cscript%3E"]
    for page in pages:
        html = curator.get(page).content.decode()
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page
        assert "<b>type" not in html, page


def test_a_memory_that_is_gone_is_a_message(curator: Client) -> None:
    memory = MemoryFactory()
    Memory.objects.all().delete()

    for response in (
        curator.get(address(memory), follow=True),
        curator.post(address(memory), {"tags": "new"}, follow=True),
        curator.get(f"{LIST}{memory.pk}/delete/", follow=True),
        curator.post(f"{LIST}{memory.pk}/delete/", {"post": "yes"}, follow=True),
        curator.get(f"{LIST}{memory.pk}/history/", follow=True),
        curator.get(f"{LIST}no-uuid/change/", follow=True),
    ):
        assert response.status_code == 200
        assert "no longer exists: it was deleted meanwhile" in text_of(response)


def test_it_takes_as_many_queries_with_many_patterns_as_with_one(
    curator: Client, django_assert_max_num_queries: Any
) -> None:
    memory = ProcessedMemoryFactory().memory
    CodePatternFactory.create_batch(60, memory=memory)

    with django_assert_max_num_queries(16):
        assert "Show all patterns" in text_of(curator.get(address(memory)))

# ruff: noqa: RUF001 - words of other scripts are what this is about
"""What counts as a word: folding, scripts, identifiers, dashes and phrases (decision D22)."""

from __future__ import annotations

import pytest

from tests.support.clients import Client
from tests.support.searching import remember, summaries

# A memory, and a question in other forms of its words.
PAIRS = [
    ("本季度的数据库迁移计划已推迟到九月", "数据库迁移"),
    ("データベースの移行は九月に延期されました", "データベース移行"),
    ("การย้ายฐานข้อมูลถูกเลื่อนไปเดือนกันยายน", "ฐานข้อมูล"),
    ("데이터베이스를 구월로 옮기기로 했다", "데이터베이스"),
    ("El equipo de facturación no está listo porque faltan datos", "facturacion"),
    ("Le café est fermé pour les travaux", "cafe"),
    ("Die Größe der Rechnungen ist für das Archiv zu hoch", "Grösse"),
    ("Die Größe der Rechnungen ist für das Archiv zu hoch", "Rechnung"),
    ("Миграция базы данных отложена до сентября", "миграции"),
    ("हम ने डेटाबेस को नए सर्वर पर भेजा है", "डेटाबेस"),
    ("تم تأجيل نقل قاعدة البيانات إلى سبتمبر", "قاعدة"),
    ("Veritabanı taşıma işlemi için yedekler hazır değil", "yedekleri"),
    ("Tietokannan siirto on myöhässä, koska palvelimen levy on täynnä", "palvelimella"),
    ("The re\u0301sume\u0301 is stored", "r\u00e9sum\u00e9"),
    ("The ﬁle ＡＢＣ is full", "file abc"),
    ("ΟΔΥΣΣΕΥΣ ταξιδεύει", "οδυσσευς"),
    ("straße nach Rom", "STRASSE"),
]
IDENTIFIERS = [
    ("The AccountService fails", "account service"),
    ("Call getUserById first", "user by id"),
    ("Raises HTTPServerTimeout", "server timeout"),
    ("Raises HTTPServerTimeout", "httpservertimeout"),
    ("Use snake_case_name here", "case name"),
    ("The sha256 differs", "sha 256"),
    ("Bound to db1.internal.example.org:5432", "internal example"),
    ("MCP error -32602 was raised", "MCP error -32602"),
    ("It is -18 degrees outside", "-18 degrees"),
    ("Unpack by tar -xvf archive", "tar -xvf"),
    ("Never git push --force to main", "git push --force"),
]


@pytest.mark.parametrize(("text", "question"), PAIRS + IDENTIFIERS)
def test_a_memory_is_found_in_other_forms_of_its_words(server: Client, text: str, question: str) -> None:
    remember("wanted", text)
    remember("other", "nothing of that kind")
    assert summaries(server, query=question) == ["wanted"]


@pytest.mark.parametrize(("text", "words"), PAIRS + IDENTIFIERS)
def test_filters_take_words_apart_as_questions_do(server: Client, text: str, words: str) -> None:
    remember("wanted", "content", context=text)
    remember("other", "more content")
    assert summaries(server, context=words) == ["wanted"]


@pytest.mark.parametrize(
    "words", ["billing", "acme invoice", "TCP", "exporter.py", "example", "8080", "export/invoice"]
)
def test_a_filter_finds_words_inside_paths_and_addresses(server: Client, words: str) -> None:
    remember(
        "path", "1", context="repo acme/billing, file src/export/invoice_exporter.py, TCP/IP, http://example.org:8080/"
    )
    assert summaries(server, context=words) == ["path"]


@pytest.mark.parametrize("question", ["猫", "私の猫", "猫が"])
def test_a_single_character_is_found_within_a_run(server: Client, question: str) -> None:
    remember("cat", "私の猫が寝ている")
    assert summaries(server, query=question) == ["cat"]


def test_a_part_of_a_word_does_not_match(server: Client) -> None:
    remember("any", "The catalog has subcategories, CatalogService and cat5e")
    assert summaries(server, query="log") == []
    assert summaries(server, query="categories") == []
    assert summaries(server, query="cat") == ["any"]


def test_words_that_no_memory_has_take_no_place_in_a_long_question(server: Client) -> None:
    remember("wanted", "about webhooks")
    unknown = " ".join(f"unknown{letter}word" for letter in "abcdefghijklmnopqrstuvwxyz")
    page = server.call("search_memories", query=f"{unknown} webhooks")
    assert [memory["summary"] for memory in page["memories"]] == ["wanted"]
    assert "27 different words" in page["note"]


def test_stop_words_that_are_names_count_if_nothing_else_matches(server: Client) -> None:
    remember("person", "Will prefers tabs")
    remember("other", "Ann prefers spaces")
    assert summaries(server, query="Will") == ["person"]
    assert summaries(server, query="zzyzx of Will") == ["person"]
    assert summaries(server, query="Who is Will?") == ["person"]
    assert len(summaries(server, query="will prefers")) == 2
    assert summaries(server, query="what will") == []
    remember("department", "the content", context="asked by IT")
    assert summaries(server, context="IT") == ["department"]


def test_stop_words_of_a_filter_need_not_occur_beside_others(server: Client) -> None:
    remember("wanted", "1", context="exporter of invoices")
    assert summaries(server, context="the exporter") == ["wanted"]


def test_a_dash_excludes_a_word_unless_a_memory_has_it_with_the_dash(server: Client) -> None:
    remember("option", "tar -xvf archive")
    remember("word", "tar xvf archive")
    remember("neither", "tar archive")
    assert set(summaries(server, query="tar -xvf")) == {"option", "neither"}
    assert set(summaries(server, query="tar --xvf")) == {"option", "word", "neither"}
    assert set(summaries(server, query="tar - xvf")) == {"option", "word", "neither"}


def test_an_exclusion_that_leaves_nothing_says_so(server: Client) -> None:
    remember("any", "tar archive")
    page = server.call("search_memories", query="tar -archive")
    assert page["memories"] == []
    assert "archive" in page["note"]
    assert "excludes" in server.call("search_memories", query="-archive")["note"]


def test_any_number_of_dashes_and_quotes_is_ordinary_text(server: Client) -> None:
    remember("a -------------------------------- b", "table")
    for count in (1, 2, 15, 16, 31, 32, 33, 1_000):
        assert summaries(server, summary=f"a {'-' * count} b") == ["a -------------------------------- b"]
    assert summaries(server, query="table " + '"' * 1_999) == ["a -------------------------------- b"]
    assert summaries(server, query="-" * 2_000) == []


def test_a_phrase_stands_in_one_field(server: Client) -> None:
    remember("about redis", "1", context="cluster notes")
    remember("a redis cluster", "2")
    assert summaries(server, query='"redis cluster"') == ["a redis cluster"]
    assert summaries(server, summary='"redis cluster"') == ["a redis cluster"]
    assert summaries(server, summary='"cluster redis"') == []


def test_a_phrase_may_consist_of_stop_words(server: Client) -> None:
    remember("quote", "to be or not to be")
    remember("other", "not to be or be to")
    assert summaries(server, query='"to be or not to be"') == ["quote"]


@pytest.mark.parametrize(
    ("text", "has_words"),
    [
        ("\u0301" * 2_000, False),
        ("e" + "\u0301\u0316" * 900, True),
        ("👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈" * 50, False),
        ("\u200b\u200d\ufeff", False),
        ("עברית مختلط mixed עם 日本語", True),
        ("\u202eright to left", True),
        ("ﷺ" * 500, True),
        ('"' * 2_000, False),
        ("' \\ ' \\\\ : * ! ( ) & |", False),
        ("<b>&amp;</b>", True),
        ("1e10 0x1F ½ ² ①", True),
    ],
)
def test_any_text_is_stored_and_searched_for(server: Client, text: str, has_words: bool) -> None:
    """A text without words finds nothing, and no text is an error."""
    identifier = server.call("store_memory", content=text, context=text[:900], summary=text[:400])["id"]
    assert server.call("get_memory", id=identifier)["memory"]["content"] == text
    for arguments in ({"query": text}, {"context": text[:900]}, {"summary": text[:400]}):
        assert len(summaries(server, **arguments)) == has_words, arguments
    server.call("search_memories", summary=f'"{text[:1_000]}" -{text[:10]}')

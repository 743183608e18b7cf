"""Files that are compressed, damaged, or no exports at all."""

from __future__ import annotations

import gzip
import os
import stat
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import zstandard

from memories.moving import files
from memories.moving.errors import DamagedError, MovingError
from memories.moving.formats import codex_memory
from tests.support.moving import exported, imported, memory, of_records, records
from tests.support.rows import new

EXPORT = of_records(*(memory(content=f"Content {number}") for number in range(5)))
pytestmark = pytest.mark.integration


@pytest.mark.parametrize(
    "compress",
    [gzip.compress, zstandard.compress, lambda data: gzip.compress(zstandard.compress(data))],
    ids=["gzip", "zstd", "both"],
)
@pytest.mark.parametrize("name", ["export.jsonl", "export.gz", "export.zst", "export"])
def test_the_content_tells_what_a_file_is_compressed_with(
    database: str, tmp_path: Path, name: str, compress: Callable[[bytes], bytes]
) -> None:
    assert imported(tmp_path / name, compress(EXPORT)).counts == {"imported": 5}


def test_a_file_of_several_compressed_parts_is_read_to_its_end(database: str, tmp_path: Path) -> None:
    data = zstandard.compress(EXPORT[:300]) + zstandard.compress(EXPORT[300:])
    assert imported(tmp_path / "a.zst", data).counts == {"imported": 5}


def test_a_byte_order_mark_is_passed_over(database: str, tmp_path: Path) -> None:
    assert imported(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + EXPORT).counts == {"imported": 5}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (gzip.compress(b"", mtime=0), "is empty"),
        (EXPORT.decode().encode("utf-16"), "UTF-16"),
        (EXPORT.decode().encode("utf-16-le"), "UTF-16"),
        (EXPORT.decode().encode("utf-32"), "UTF-32"),
        (b"\x9f\x03\xe1\x80\xfe\x12\x88\x07" + b"\x00" * 2000, "binary"),
        (b"SQLite format 3\x00" + b"\x00" * 84, "an SQLite database"),
        (b"PK\x03\x04" + b"\x00" * 84, "a zip archive"),
        (b"hello\nworld\n", "in no format that can be imported"),
        (b'{"name": "something else"}\n', "in no format that can be imported"),
        (b"[]", "in no format that can be imported"),
        (b'{"codex_memory_export": 2, "version": "4.0.0"}\n', "was written by Codex Memory 4.0.0 in format 2"),
        (b'{"codex_memory_export": "x"}\n', "in format x"),
        (b'{"codex_memory_export": true}\n', "in format True"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(database: str, tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(MovingError, match=reason):
        imported(tmp_path / "a.jsonl", data)
    assert records(exported()) == []


def test_of_a_truncated_file_everything_is_imported_that_can_be_read(database: str, tmp_path: Path) -> None:
    lines = of_records(*(memory(content=os.urandom(4_000).hex()) for _ in range(60)))
    compressed = gzip.compress(lines, compresslevel=1)
    with pytest.raises(DamagedError, match="ends too early or is damaged"):
        imported(tmp_path / "a.gz", compressed[: len(compressed) // 2])
    assert 20 < len(records(exported())) < 35


def test_a_line_that_is_cut_off_is_refused(database: str, tmp_path: Path) -> None:
    result = imported(tmp_path / "a.jsonl", EXPORT[:-20])
    assert result.counts == {"imported": 4, "refused": 1}
    assert result.reasons() == ["It is no JSON object."]


def test_lines_that_are_no_text_are_refused(database: str, tmp_path: Path) -> None:
    data = EXPORT + b"\xff\xfe\n[]\n7\n" + b'{"content": "\\ud800", "context": "c", "summary": "s"}\n' + b"[" * 100_000
    assert imported(tmp_path / "a.jsonl", data).counts == {"imported": 5, "refused": 5}


def test_a_line_that_is_too_long_is_set_aside_without_being_held(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LINE_MAX_BYTES", 10_000)
    long = b'{"content": "' + b"x" * 3_000_000 + b'"}\n'
    header, rest = EXPORT.split(b"\n", 1)
    result = imported(tmp_path / "a.jsonl", header + b"\n" + long + rest)
    assert result.counts == {"imported": 5, "refused": 1}
    assert result.reasons() == [codex_memory.TOO_LONG]


def test_a_memory_of_16_megabytes_is_moved(program: psycopg.Connection[object], tmp_path: Path) -> None:
    identifier = new(program)
    program.execute("UPDATE memories SET version = 18")
    program.execute(
        "INSERT INTO memory_versions (memory_id, version, valid_from, valid_to, changed_by, content)"
        " SELECT %s, number, now(), now(), 'me', repeat('abcdefghij', 100000) FROM generate_series(2, 18) AS number",
        [identifier],
    )
    export = exported()
    assert len(export) > 16 * 1024 * 1024
    program.execute("TRUNCATE memories CASCADE")
    assert imported(tmp_path / "a.jsonl", export).counts == {"imported": 1}
    assert exported().split(b"\n", 1)[1] == export.split(b"\n", 1)[1]


@pytest.mark.unit
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_a_file_appears_when_it_is_complete_for_its_owner_only(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"before")
    with files.Writer(str(path)) as file:
        file.write(EXPORT)
        assert path.read_bytes() == b"before"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with files.reading(str(path)) as reader:
        assert reader.read() == EXPORT
    assert os.listdir(tmp_path) == [name]


@pytest.mark.unit
def test_a_file_that_fails_leaves_nothing_and_keeps_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), files.Writer(str(path)) as file:
        file.write(EXPORT * (1 // 0))
    assert os.listdir(tmp_path) == ["a.jsonl"]
    assert path.read_bytes() == b"before"


@pytest.mark.unit
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with files.Writer(str(tmp_path / "link")) as file:
        file.write(EXPORT)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == EXPORT


@pytest.mark.unit
@pytest.mark.parametrize("name", ["/dev/full", "/nowhere/a.jsonl", "/proc/a.jsonl"])
def test_what_cannot_be_written_is_one_sentence(name: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("Linux has these")
    with pytest.raises(MovingError, match="cannot be written: "), files.Writer(name) as file:
        file.write(EXPORT)

"""The commands' options."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable

from memories import limits

RECALLED = 5
PASSAGE_CHARACTERS = 400

HELP = {
    "recall": "Find memories by a question in plain words; without one, show the newest. Exit status: 0 found, "
    "1 failed, 2 wrong options, 3 nothing found.",
    "remember": "Store a memory, and print its id. Exit status: 0 stored, 1 failed, 2 wrong options.",
    "forget": "Delete a memory; a curator can restore it for some days. Exit status: 0 deleted, 1 failed, "
    "2 wrong options, 3 no such memory.",
    "session_hook": "What a client runs when a session starts, and when an agent has answered (connect --hooks).",
}


def add_recall(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="what to look for")
    parser.add_argument("--limit", type=_between(1, limits.SEARCH_LIMIT_MAX), default=RECALLED, metavar="N")
    parser.add_argument(
        "--chars",
        type=_between(0, limits.CONTENT_MAX_BYTES),
        default=PASSAGE_CHARACTERS,
        metavar="N",
        help="characters of each content to show",
    )
    _add_tag(parser, "only memories with this tag; repeat for any of several")
    _add_project(parser)
    parser.add_argument("--all-projects", action="store_true", help="search all projects")


def add_remember(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to remember; - reads standard input")
    parser.add_argument("--summary", help="one line that one would search for; default: the first line")
    parser.add_argument("--context", help="where and for what; default: the folder")
    _add_tag(parser, "a tag; repeat for several")
    _add_project(parser)


def add_forget(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the memory's id, which recall shows")
    _add_project(parser)


def add_session_hook(parser: ArgumentParser) -> None:
    parser.add_argument("event", choices=("start", "stop"))
    parser.add_argument("--client", required=True, metavar="CLIENT")
    _add_project(parser)


ADD: dict[str, Callable[[ArgumentParser], None]] = {
    "recall": add_recall,
    "remember": add_remember,
    "forget": add_forget,
    "session_hook": add_session_hook,
}


def _add_tag(parser: ArgumentParser, help_text: str) -> None:
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help=help_text)


def _add_project(parser: ArgumentParser) -> None:
    parser.add_argument("--project", metavar="NAME", help="work in this project; auto: the git repository's")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ArgumentTypeError(f"{text!r} is not a number from {least} to {most:,}")
        return int(text)

    return number

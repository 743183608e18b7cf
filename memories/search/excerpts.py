"""The part of a content that a hit shows: what the question matched, cut at the ends of lines or sentences."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

UNIT_CHARACTERS = 6_000  # a passage, or a content without passages, has at most so many
_LETTERS_AND_DIGITS = frozenset(string.ascii_lowercase + string.digits)
_BOUNDARY = re.compile(r"\n+|[.!?]\s+|[\u3002\uff01\uff1f]\s*")


def region(start: int | None, characters: int) -> tuple[int, int]:
    """What to read of a content in order to choose from it.

    Args:
        start: where the passage that matched starts; None if the content has no passages.
        characters: as many will be shown.

    Returns:
        The characters of the content before it, and its length.
    """
    length = max(UNIT_CHARACTERS, characters)
    return (0, length) if start is None else (max(0, start - (length - UNIT_CHARACTERS) // 2), length)


def choose(text: str, lexemes: Sequence[str], characters: int) -> tuple[int, int]:
    """Choose the part of a text that has most of the question's lexemes; the beginning if it has none.

    Returns:
        The start and the end of a part of at most so many characters.
    """
    if len(text) <= characters:
        return 0, len(text)
    if characters == 0:
        return 0, 0
    first, last = _densest(text, lexemes, characters)
    start = _boundary_before(text, first, last - characters)
    if len(text) - start <= characters:
        start = _boundary_after(text, len(text) - characters, first)
        return start, len(text)
    return start, _end(text, start + characters, last)


def _densest(text: str, lexemes: Sequence[str], characters: int) -> tuple[int, int]:
    """The start of the first and the end of the last match within the window with the most different lexemes."""
    matches = list(_matches(_folded(text), lexemes))
    best, best_count, begin = (0, 0), 0, 0
    within: Counter[str] = Counter()
    for _, end, lexeme in matches:
        within[lexeme] += 1
        while end - matches[begin][0] > characters and matches[begin][1] < end:
            dropped = matches[begin][2]
            within[dropped] -= 1
            if not within[dropped]:
                del within[dropped]
            begin += 1
        if len(within) > best_count:
            best, best_count = (matches[begin][0], end), len(within)
    return best


@cache
def _base(character: str) -> str:
    """A letter without its accents, as without_accents.sql; one character for one, so that places stay the same."""
    decomposed = unicodedata.normalize("NFKD", character)
    is_accented = all("\u0300" <= mark <= "\u036f" for mark in decomposed[1:])  # not a syllable of Hangul
    return (decomposed[0] if is_accented else character).lower()[:1]


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_base, text))


def _matches(text: str, lexemes: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The start, the end and the stem of each word that begins with a lexeme, of several the longest.

    A stem in "i" may be that of a word in "y". One with letters beyond ASCII may stand within a word.
    """
    stems = {lexeme[:-1] if len(lexeme) > 3 and lexeme.endswith("i") else lexeme for lexeme in lexemes}
    found: dict[int, str] = {}
    for stem in sorted(stems, key=lambda stem: (stem.isascii(), len(stem))):
        # A tenth of the time that compiling and running one regular expression for all stems takes.
        start = text.find(stem)
        while start >= 0:
            if start == 0 or text[start - 1] not in _LETTERS_AND_DIGITS or not stem.isascii():
                found[start] = stem
            start = text.find(stem, start + 1)
    end = 0
    for start, stem in sorted(found.items()):
        if start >= end:
            end = start + len(stem)
            yield start, end, stem


def _boundary_before(text: str, place: int, least: int) -> int:
    """The last start of a line or sentence up to a place, or else of a word; not before `least`."""
    least = max(least, 0)
    if place == 0 or (least == 0 and place < 100):
        return 0
    ends = [match.end() for match in _BOUNDARY.finditer(text, least, place)]
    if ends:
        return ends[-1]
    if least == 0:
        return 0
    space = text.find(" ", (least + place) // 2, place)
    return place if space < 0 else space + 1


def _boundary_after(text: str, place: int, most: int) -> int:
    """The first start of a line, a sentence or a word from a place on; the place itself if there is none soon."""
    match = _BOUNDARY.search(text, place, max(most, place)) or re.compile(r"\s").search(text, place, max(most, place))
    return match.end() if match else place


def _end(text: str, most: int, least: int) -> int:
    """The last end of a line or sentence up to a place, or else of a word; not before `least`."""
    ends = [match.end() for match in _BOUNDARY.finditer(text, max(least, most // 2), most)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", max(least, most - 100), most)
    return most if space < 0 else space

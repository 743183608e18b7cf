"""Texts to search for: which of their words must, may or must not occur.

The database divides texts into words, by the same functions as memories (question_words.sql). This module reads dashes
and quotes:

- `-word`, a dash between a space and letters only, excludes memories that have the word. Memories that have it with
  the dash, such as `tar -xvf`, are not excluded. Other dashes are ordinary text.
- `"two words"` is a phrase: its words occur one after the other, in one field.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from memories.db import named_sql
from memories.search.steps import Rows, Step

if TYPE_CHECKING:
    from memories.search.request import SearchQuery

IDENTIFIERS_MAX = 50  # of a filter, that are taken apart one by one
WORDS_FILTERS = ("context", "summary")
_PART = re.compile(
    r'(?P<minus>(?<!\S)-)?"(?P<phrase>[^"]*)"|(?<!\S)-(?P<excluded>[^\W\d_]+)(?=[.,;:!?]*(?!\S))|(?P<word>[^\s"]+|")'
)
_IDENTIFIER = re.compile(r"[^\W\d_][A-Z]|[^\W\d_]\d|\d[^\W\d_]")
# Scripts without spaces, as in word_text.sql. The index has the pairs of their characters, and the last of each run.
_UNSPACED = re.compile(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3006\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]"
)

_sql = named_sql.read(__file__, "analysis")
WORDS, CONTINUED = _sql["words"], _sql["continued"]


class Word(NamedTuple):
    """A word of a text. A tuple, as it is made in a quarter of the time: a question may have thousands.

    Args:
        text: in lower case, as people would recognise it.
        lexemes: its stems, one or more, as the index has them.
        is_stop_word: it is too common to tell anything in the language of the text.
        is_name: it is a stop word, written as a name: "Will", "IT".
        is_part: it is a part of an identifier, which is itself another word.
        is_prefix: words that begin with it count as well.
        continued: the lexemes of its 256th occurrence in a text, and of those after it. Of a word in a phrase only: in
            any other place the first occurrences tell as much.
    """

    text: str
    lexemes: tuple[str, ...]
    is_stop_word: bool = False
    is_name: bool = False
    is_part: bool = False
    is_prefix: bool = False
    continued: tuple[str, ...] = ()

    def tsquery(self, weight: str = "") -> str:
        """That it occurs; with a weight, in the field of that weight."""
        suffix = ("*" if self.is_prefix else "") + weight
        return any_of(quoted(lexeme) + (f":{suffix}" if suffix else "") for lexeme in (*self.lexemes, *self.continued))


@dataclass(frozen=True)
class Text:
    """A text, divided by what people mean by dashes and quotes."""

    words: list[str]
    phrases: list[str]
    excluded: list[str]
    excluded_phrases: list[str]

    @classmethod
    def parse(cls, text: str) -> Text:
        parsed = cls([], [], [], [])
        for part in _PART.finditer(text):
            if part["phrase"] is not None:
                (parsed.excluded_phrases if part["minus"] else parsed.phrases).append(part["phrase"])
            elif part["excluded"] is not None:
                parsed.excluded.append(part["excluded"])
            else:
                parsed.words.append(part["word"])
        return parsed


@dataclass(frozen=True)
class Question:
    """The words of a question.

    Args:
        words: those that may occur, each once, in order.
        required: the phrases that memories have to have, each a tsquery.
        without: that they do not have what is excluded, each a tsquery.
        excluded: the words and phrases that must not occur.
    """

    words: list[Word]
    required: list[str]
    without: list[str]
    excluded: list[str]


@dataclass(frozen=True)
class Clause:
    """One condition of a filter by words.

    Args:
        lexemes: any of them meets the condition; empty if it is of another kind, such as a phrase.
    """

    tsquery: str
    lexemes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WordsFilter:
    """A filter by words: all clauses must be met."""

    clauses: tuple[Clause, ...]

    @property
    def tsquery(self) -> str:
        return all_of(clause.tsquery for clause in self.clauses)


def words_of_question(text: str) -> Step:
    """The first statement of `question`."""
    return _words_step(_texts_of_question(Text.parse(text)))


def _texts_of_question(parsed: Text) -> list[str]:
    return [" ".join((*parsed.words, *parsed.phrases)), *parsed.phrases, *parsed.excluded, *parsed.excluded_phrases]


def question(text: str) -> Generator[Step, Rows, Question]:
    """Analyse a question."""
    parsed = Text.parse(text)
    plain, *quoted_words = yield from _words_of(_texts_of_question(parsed))
    phrases = yield from _continued(quoted_words[: len(parsed.phrases)])
    excluded = quoted_words[len(phrases) : len(phrases) + len(parsed.excluded)]
    excluded_phrases = yield from _continued(quoted_words[len(phrases) + len(excluded) :])
    required = [phrase for words in phrases if (phrase := _phrase_in_one_field(words))]
    without_excluded = [
        *(without for words in excluded if (without := _without(words))),
        *(f"!{phrase}" for words in excluded_phrases if (phrase := _phrase_in_one_field(words))),
    ]
    names = _names(parsed.words)
    words = [word._replace(is_name=True) if word.is_stop_word and word.text in names else word for word in plain]
    return Question(_each_once(words), required, without_excluded, [*parsed.excluded, *parsed.excluded_phrases])


def _names(words: Sequence[str]) -> set[str]:
    """Those that are written in capitals, or begin with one elsewhere than at the beginning; in lower case."""
    written = [word for text in words for word in re.findall(r"[^\W\d_]+", text)]
    return {
        word.lower()
        for place, word in enumerate(written)
        if word[0].isupper() and (place or len(written) == 1 or (len(word) > 1 and word.isupper()))
    }


def resolved(query: SearchQuery) -> Generator[Step, Rows, SearchQuery]:
    """The query with its filters by words analysed."""
    for name in WORDS_FILTERS:
        if (text := getattr(query, name)) is not None:
            changed: dict[str, Any] = {name: (yield from _filter(text))}
            query = replace(query, **changed)
    return query


def _filter(text: str) -> Generator[Step, Rows, WordsFilter]:
    parsed = Text.parse(text)
    identifiers = [word for word in parsed.words if _IDENTIFIER.search(word)][:IDENTIFIERS_MAX]
    plain = " ".join(word for word in parsed.words if word not in identifiers)
    texts = [plain, *identifiers, *parsed.phrases, *parsed.excluded, *parsed.excluded_phrases]
    words, *others = yield from _words_of(texts)
    rest = iter(others)
    clauses = [_identifier(next(rest)) for _ in identifiers]
    phrases = yield from _continued([next(rest) for _ in parsed.phrases])
    clauses += [Clause(_phrase(words)) for words in phrases]
    clauses += [Clause(_without(next(rest))) for _ in parsed.excluded]
    excluded_phrases = yield from _continued([next(rest) for _ in parsed.excluded_phrases])
    clauses += [Clause(f"!{phrase}") for words in excluded_phrases if (phrase := _phrase(words))]
    clauses = [clause for clause in clauses if clause.tsquery]
    telling = [word for word in words if not word.is_stop_word and not word.is_part]
    if not telling and not any(clause.lexemes for clause in clauses) and not parsed.phrases:
        telling = words
    clauses = [*(Clause(word.tsquery(), frozenset(word.lexemes)) for word in _each_once(telling)), *clauses]
    return WordsFilter(tuple(dict.fromkeys(clauses)))


def _identifier(words: Sequence[Word]) -> Clause:
    """An identifier as a whole, or all its parts."""
    whole = all_of(word.tsquery() for word in words if not word.is_part)
    parts = all_of(word.tsquery() for word in words if word.is_part)
    lexemes = frozenset(lexeme for word in words if not word.is_part for lexeme in word.lexemes)
    return Clause(any_of(part for part in (whole, parts) if part), lexemes)


def _phrase(words: Sequence[Word], weight: str = "") -> str:
    """That words occur one after the other; empty if there are none."""
    followed = " <-> ".join(word.tsquery(weight) for word in words if not word.is_part)
    return f"({followed})" if followed else ""


def _phrase_in_one_field(words: Sequence[Word]) -> str:
    """The same, in the summary, the context or the content: the search vector has one after the other."""
    return any_of(phrase for weight in "ABC" if (phrase := _phrase(words, weight)))


def _without(words: Sequence[Word]) -> str:
    """That a word does not occur, except with a dash before it. One without spaces consists of several."""
    whole = all_of(word.tsquery() for word in words if not word.is_part)
    return f"(!{whole} | {quoted('-' + words[0].text)})" if whole else ""


def _words_step(texts: Sequence[str]) -> Step:
    return WORDS, {"texts": list(texts)}


def _words_of(texts: Sequence[str]) -> Generator[Step, Rows, list[list[Word]]]:
    """The words of each text."""
    rows = yield _words_step(texts)
    words: list[list[Word]] = [[] for _ in texts]
    for number, is_part, text, lexemes, is_stop_word in rows:
        if lexemes:
            words[number - 1].append(Word(text, tuple(lexemes), is_stop_word, is_part=is_part))
    return [_without_last_characters(each) for each in words]


def _continued(phrases: list[list[Word]]) -> Generator[Step, Rows, list[list[Word]]]:
    """The words of phrases, with the lexemes that continue them."""
    lexemes = sorted({lexeme for words in phrases for word in words for lexeme in word.lexemes})
    rows = (yield CONTINUED, {"lexemes": lexemes}) if lexemes else ()
    if not rows:
        return phrases
    continuations: dict[str, list[str]] = {}
    for lexeme, name in rows:
        continuations.setdefault(lexeme, []).append(name)
    return [
        [
            word._replace(continued=tuple(name for lexeme in word.lexemes for name in continuations.get(lexeme, ())))
            for word in words
        ]
        for words in phrases
    ]


def _without_last_characters(words: Iterable[Word]) -> list[Word]:
    """In scripts without spaces, leave out the last character of a run: in a memory, more of the run may follow it.

    A run of one character becomes a prefix, because the index has pairs.
    """
    kept: list[Word] = []
    for word in words:
        if len(word.text) == 1 and _UNSPACED.match(word.text):
            if kept and len(kept[-1].text) == 2 and kept[-1].text[1] == word.text and _UNSPACED.match(kept[-1].text):
                continue
            kept.append(word._replace(is_prefix=True))
        else:
            kept.append(word)
    return kept


def _each_once(words: Iterable[Word]) -> list[Word]:
    return list({(word.lexemes, word.is_prefix): word for word in reversed(list(words))}.values())[::-1]


def any_of(tsqueries: Iterable[str]) -> str:
    return _joined(tsqueries, " | ")


def all_of(tsqueries: Iterable[str]) -> str:
    return _joined(tsqueries, " & ")


def _joined(tsqueries: Iterable[str], operator: str) -> str:
    each = list(tsqueries)
    return each[0] if len(each) == 1 else f"({operator.join(each)})" if each else ""


def quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"

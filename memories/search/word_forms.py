"""The irregular forms of English words, which stemming leaves apart.

PostgreSQL's stemmer makes one word of "walks" and "walked", but not of "go" and "went". Questions ask in
one tense what memories tell in another. Left out are forms better known as another word: "bit", "ground", "leaves".
"""

from __future__ import annotations

from collections.abc import Sequence

from memories.db import named_sql

FORMS = """
arise arose arisen, awake awoke awoken, beat beaten, become became, begin began begun, bend bent, bite bitten,
bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt, buy bought,
catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn,
dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go goes went gone, grow grew grown,
hang hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led,
lean leant, leap leapt, learn learnt, leave left, lend lent, light lit, lose lost, make made, mean meant, meet met,
mistake mistook mistaken, overcome overcame, override overrode overridden, oversee oversaw overseen, pay paid,
prove proven, rebuild rebuilt, resend resent, rewrite rewrote rewritten, ride rode ridden, ring rang rung,
rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, sew sewn, shake shook shaken,
shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept,
slide slid, smell smelt, speak spoke spoken, spell spelt, spend spent, spill spilt, spin spun, spring sprang sprung,
stand stood, steal stole stolen, stick stuck, sting stung, strike struck, strive strove striven, swear swore sworn,
sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught, tell told, think thought,
throw threw thrown, understand understood, undertake undertook undertaken, undo undid undone, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, write wrote written,
child children, foot feet, goose geese, half halves, knife knives, man men, matrix matrices, mouse mice,
person people, shelf shelves, thief thieves, tooth teeth, wife wives, wolf wolves, woman women
"""
GROUPS = [group.split() for group in FORMS.split(",")]

STEMS = named_sql.read(__file__, "word_forms")["stems"]


class WordForms:
    """The groups of lexemes that are forms of one word, once the database has stemmed them."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[str, ...]] = {}

    @property
    def are_known(self) -> bool:
        return bool(self._forms)

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The values of STEMS."""
        return {"groups": [" ".join(group) for group in GROUPS]}

    def remember(self, rows: Sequence[tuple[list[str]]]) -> None:
        """Take in what STEMS returned."""
        self._forms = {lexeme: tuple(lexemes) for (lexemes,) in rows for lexeme in lexemes}

    def of(self, lexeme: str) -> tuple[str, ...]:
        """All forms of a lexeme, itself among them."""
        return self._forms.get(lexeme, (lexeme,))


word_forms = WordForms()

"""Words that the answer to a question likely has.

The answer to a question that asks when names a time, and shares no other word with the question than those of its
subject. So words of time count as one more word of the question, as common as a word that three in ten memories have.
The same for "how many" and "why" gained nothing (docs/benchmarks.md).
"""

from __future__ import annotations

import re

from memories.search.analysis import quoted
from memories.search.corpus import Corpus
from memories.search.terms import Term

# Not "can" or "should": these ask for a condition.
_AUXILIARY = "am|is|are|was|were|did|do|does|will|would|has|have|had"
ASKS_WHEN = re.compile(
    rf"\bwhen\s+({_AUXILIARY})\b|\bhow\s+long\b|\b(what|which)\s+(time|day|date|week|month|year)\b", re.I
)

# As the index has them; left out are those that mostly mean something else, such as "even" and "may".
LEXEMES = """
yesterday today tonight tomorrow morn afternoon night ago last next recent soon later earli alreadi
minut hour clock day week weekend month year
monday tuesday wednesday thursday friday saturday sunday
januari februari march april june juli august septemb octob novemb decemb
spring summer winter christma birthday
"""
TIMES = LEXEMES.split()
SHARE = 0.3  # of all memories


def terms_of_answer(words: str, corpus: Corpus) -> list[Term]:
    """Words that the answer to this question is likely to have, as further terms to score by; often none."""
    if not ASKS_WHEN.search(words):
        return []
    return [Term("(" + " | ".join(map(quoted, TIMES)) + ")", int(corpus.units * SHARE), len(TIMES))]

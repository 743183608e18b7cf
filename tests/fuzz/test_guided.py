"""That guided fuzzing notices what is wrong; `python -m tests` runs it for a minute."""

from __future__ import annotations

import pytest

from tests.fuzz.__main__ import fuzz_guided

# Each makes the server a faulty one.
DEFECTS = {
    "an exception": "messages.recover_id = lambda text: 1 / 0",
    "a request without an answer": "stdio.StdioTransport._on_line = drop",
    "an undocumented code": "refuse(-32099, 'That is a bad request.')",
    "a line on stdout": "messages.recover_id = lambda text: print('x')",
}
RUN = """
import sys
from tests.fuzz import guided
from mcp_server import messages, stdio

read = stdio.StdioTransport._on_line

def drop(self, line):
    if b"get_memory" not in line:
        read(self, line)

def refuse(code, reason):
    messages._invalid = lambda what, id=None: messages.InvalidMessage(code, reason, id)

{}
guided.HANG_SECONDS = 10
guided.main(*sys.argv[1:])
"""


@pytest.mark.integration
@pytest.mark.parametrize("defect", DEFECTS.values(), ids=list(DEFECTS))
def test_a_defect_is_found(defect: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not fuzz_guided("lines", 2, ("-c", RUN.format(defect)))
    assert "FOUND" in capsys.readouterr().out

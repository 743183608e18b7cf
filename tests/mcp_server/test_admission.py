"""Which calls may run now."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from mcp_server.admission import Admission
from memories.errors import PoolExhaustedError
from tests.support.waiting import PATIENCE


def test_a_call_cancelled_while_the_client_does_not_read_gives_its_slot_back(settings: Any) -> None:
    settings.POOL = {"max_size": 1, "timeout": 0.01}

    async def story() -> None:
        reads, waits = asyncio.Event(), asyncio.Event()

        async def gate() -> None:
            waits.set()
            await reads.wait()

        admission = Admission(gate)
        for _ in range(3):
            waits.clear()
            call = asyncio.ensure_future(admission.__aenter__())
            async with asyncio.timeout(PATIENCE):
                await waits.wait()
            with pytest.raises(PoolExhaustedError):
                await admission.__aenter__()
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
        reads.set()
        async with admission:
            pass

    asyncio.run(story())

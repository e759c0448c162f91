"""The waiting of the tests themselves: a program that never comes to rest is not waited for."""

import asyncio

import pytest

from tests.tui import quick


async def test_a_program_that_never_comes_to_rest_fails_its_test(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quick, "LONGEST", 0.05)
    loop, turns = asyncio.get_running_loop(), 0

    def again() -> None:
        nonlocal turns
        turns += 1
        if turns < 100_000:
            loop.call_soon(again)

    again()
    with pytest.raises(pytest.fail.Exception, match="never quiet"):
        await quick.until_quiet()
    turns = 100_000
    await quick.until_quiet()


async def test_what_is_to_come_soon_is_waited_for() -> None:
    came: list[int] = []
    asyncio.get_running_loop().call_later(quick.SOON / 2, came.append, 1)
    await quick.until_quiet()
    assert came

"""A plan in a browser, with the real server, the real program and a real browser."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pyte
import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.e2e.chromium import WAIT, chromium, needs_chromium

ROOT = Path(__file__).parents[2]


class Served:
    """`readiness serve` at work."""

    def __init__(self, process: asyncio.subprocess.Process, address: str) -> None:
        self.process, self.address = process, address
        self.origin, _, rest = self.address.removeprefix("http://").partition("/")
        self.token = rest.strip("/")

    async def end(self, how: signal.Signals) -> str:
        """End it; returns what it said on the way."""
        self.process.send_signal(how)
        _, said = await asyncio.wait_for(self.process.communicate(), WAIT)
        return said.decode()


@asynccontextmanager
async def served(plan: Path, **environment: str) -> AsyncIterator[Served]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "readiness", "serve", str(plan),
        env={**os.environ, "PYTHONPATH": str(ROOT)} | environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), WAIT)
        yield Served(process, line.decode().strip())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Åse's plan & more.toml"
    PlanFile.create(path, Plan(template="imr"), Library().load("imr"))
    return path


def value(path: Path, item: str) -> object:
    return PlanFile.open(path, Library()).plan.answer(item).parts.get("value")


@needs_chromium
async def test_a_question_answered_in_the_browser_is_in_the_file(
    plan: Path, tmp_path: Path
) -> None:
    async with served(plan) as server, chromium() as browser:
        await browser.save_downloads_in(tmp_path / "down")
        tab = await browser.tab()
        await tab.open(server.address)
        await tab.see("Practitioner selection")
        await tab.type("1")
        await tab.see("SEL-01  ")
        await tab.press("Enter")
        await tab.see("> ( ) 1 Yes")
        await tab.type("1")
        await tab.see("+01")
        await tab.until(lambda: value(plan, "SEL-01") == "yes", "the answer in the file")
        assert not tab.faults
        assert all(one.partition("://")[2].startswith(server.origin) for one in tab.asked)

        await tab.press("F5")
        await tab.see("is made.")
        fetched = tmp_path / "down" / plan.with_suffix(".pdf").name
        await tab.until(fetched.exists, "the PDF among the downloads")
        assert fetched.read_bytes() == plan.with_suffix(".pdf").read_bytes()

        second = await browser.tab()
        await second.open(server.address)
        notice = "document.getElementById('words')?.textContent"
        await second.until(
            lambda: _says(second, notice, "open in another window"), "the plan is taken"
        )
        assert "Practitioner selection" not in second.text()
        await tab.open(server.address)
        await tab.see("SEL-01  ")
        assert server.token not in await server.end(signal.SIGINT)
        assert server.process.returncode == 0


@needs_chromium
async def test_what_was_copied_elsewhere_can_be_pasted_and_the_other_way(plan: Path) -> None:
    async with served(plan) as server, chromium() as browser:
        tab = await browser.tab()
        await tab.open(server.address)
        await tab.see("Practitioner selection")
        await tab.type("2")
        await tab.see("CAP-01  ")
        for _ in range(6):
            await tab.press("ArrowDown")
        await tab.see("CAP-07  ")
        await tab.press("Enter")
        await tab.see("Enter/Tab on")
        await tab.paste("Møtet går foran")
        await tab.until(lambda: value(plan, "CAP-07") == "Møtet går foran", "the text in the file")
        await tab.type("\x03")
        await tab.see("Paste it with Ctrl+V")
        copied = {"expression": "navigator.clipboard.readText()", "awaitPromise": True}
        found = await tab.tell("Runtime.evaluate", userGesture=True, returnByValue=True, **copied)
        assert found["result"]["value"] == "Møtet går foran"


WORD = "Emergencies first:\r\n\u2022\tcall\u00a0AB\r\n\u2022\tthen CD\u200b"
"""A list as a word processor hands it over."""


@needs_chromium
async def test_a_lost_connection_is_said_and_loses_nothing(plan: Path) -> None:
    async with served(plan) as server, chromium() as browser:
        tab = await browser.tab()
        await tab.open(server.address)
        await tab.see("Practitioner selection")
        await tab.type("2")
        await tab.see("CAP-01  ")
        metrics = {"deviceScaleFactor": 1, "mobile": False}
        await tab.tell("Emulation.setDeviceMetricsOverride", width=720, height=480, **metrics)
        await tab.until(lambda: tab.screen.lines < 24, "the screen follows the window")
        await tab.see("CAP-01  ")
        for _ in range(6):
            await tab.press("ArrowDown")
        await tab.see("CAP-07  ")
        await tab.press("Enter")
        await tab.see("Enter/Tab on")
        await tab.paste(WORD)
        await tab.until(lambda: "then CD" in str(value(plan, "CAP-07")), "the text in the file")
        assert value(plan, "CAP-07") == "Emergencies first:\n- call AB\n- then CD"
        server.process.send_signal(signal.SIGKILL)
        notice = "document.getElementById('words')?.textContent"
        await tab.until(lambda: _says(tab, notice, "connection is gone"), "that it is lost")
        assert await tab.evaluate("document.activeElement.id") == "again"
        assert await tab.evaluate("document.title") == f"{plan.name} - readiness"


async def _says(tab: object, code: str, words: str) -> bool:
    return words in str(await tab.evaluate(code))  # type: ignore[attr-defined]


@needs_chromium
async def test_a_browser_without_the_token_is_told_why_it_sees_nothing(plan: Path) -> None:
    async with served(plan) as server, chromium() as browser:
        tab = await browser.tab()
        await tab.open(f"http://{server.origin}/")
        await tab.until(lambda: _says(tab, "document.body?.innerText", "whole address"), "refused")
        assert not any(one.startswith("ws") for one in tab.asked)


WATCH = """
import os, sys

def watch(event, given):
    if event.startswith("socket.") and event != "socket.__new__":
        what = given[0] if event == "socket.getaddrinfo" else given[-1]
        with open(os.environ["WATCHED"], "a") as told:
            told.write(f"{event} {what[0] if isinstance(what, tuple) else what}\\n")

sys.addaudithook(watch)
with open(os.environ["WATCHED"], "a") as told:
    told.write("began\\n")
"""
"""Tells every use of the network by a process; Python runs it before anything else."""


@pytest.mark.walk
async def test_it_runs_from_a_folder_in_which_it_is_not_installed(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    async with served(plan, PYTHONPATH="") as server, a_window(server):
        assert "Ended" in await server.end(signal.SIGTERM)


@asynccontextmanager
async def a_window(server: Served) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with aiohttp.ClientSession(headers={"Origin": f"http://{server.origin}"}) as client:
        address = server.address.replace("http:", "ws:")
        async with client.ws_connect(f"{address}ws?width=80&height=24") as window:
            screen = pyte.Screen(80, 24)
            await shown(window, screen, "Practitioner selection")
            yield window


async def shown(
    window: aiohttp.ClientWebSocketResponse, screen: pyte.Screen, words: str, *keys: str
) -> None:
    """Press keys, then wait until the window shows these words."""
    for key in keys:
        await window.send_json(["stdin", key])
    stream = pyte.ByteStream(screen)
    while words not in "\n".join(screen.display):
        message = await window.receive(timeout=WAIT)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT)
        if message.type == aiohttp.WSMsgType.BINARY:
            stream.feed(message.data)


async def test_it_listens_on_this_computer_alone_and_asks_nobody(
    plan: Path, tmp_path: Path
) -> None:
    watch, told = tmp_path / "watch" / "sitecustomize.py", tmp_path / "told"
    watch.parent.mkdir()
    watch.write_text(WATCH)
    path = os.pathsep.join((str(watch.parent), str(ROOT)))
    async with served(plan, PYTHONPATH=path, WATCHED=str(told)) as server:
        async with a_window(server):
            pass
        await server.end(signal.SIGTERM)
    lines = told.read_text().splitlines()
    assert lines.count("began") == 2
    assert set(lines) - {"began"} == {
        "socket.bind 127.0.0.1",
        *(line for line in lines if line == "socket.getaddrinfo 127.0.0.1"),
    }


@pytest.mark.parametrize(
    "how",
    [
        signal.SIGTERM,
        pytest.param(signal.SIGINT, marks=pytest.mark.walk),
        pytest.param(signal.SIGHUP, marks=pytest.mark.walk),
        pytest.param(signal.SIGKILL, marks=pytest.mark.walk),
    ],
)
async def test_however_it_ends_the_answer_is_saved_and_nothing_goes_on(
    plan: Path, how: signal.Signals
) -> None:
    async with served(plan) as server, a_window(server) as window:
        screen = pyte.Screen(80, 24)
        await shown(window, screen, "SEL-01  ", "1")
        await shown(window, screen, "Enter/Tab on", "\r")
        await shown(window, screen, "(o) 2", "2")
        async with ended(child_of(server.process.pid)):
            await server.end(how)
    assert value(plan, "SEL-01") == "partly"


@asynccontextmanager
async def ended(process: int) -> AsyncIterator[None]:
    """Afterwards wait until a process has ended that is no child of this one."""
    loop, has_ended = asyncio.get_running_loop(), asyncio.Event()
    handle = os.pidfd_open(process)
    try:
        yield
        loop.add_reader(handle, has_ended.set)
        await asyncio.wait_for(has_ended.wait(), WAIT)
    finally:
        loop.remove_reader(handle)
        os.close(handle)


def child_of(process: int) -> int:
    """The number of the one process that this one has started."""
    words = ["pgrep", "-P", str(process)]
    return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout)

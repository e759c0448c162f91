"""A headless Chromium that a test drives over its DevTools protocol."""

import asyncio
import base64
import itertools
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte
import pytest

from tests.e2e.held import held

WAIT = 40
"""Seconds until something that has to happen is given up."""

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
_skipped_without = pytest.mark.skipif(
    BROWSER is None, reason="the browser test DID NOT RUN: no Chromium on this machine"
)


def needs_chromium(test: Any) -> Any:
    """Mark a test that drives the browser: `.ci/run` has a step for those."""
    return pytest.mark.browser(_skipped_without(test))


ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-port=0", "--window-size=1000,640", "about:blank",
)  # fmt: skip
KEYS = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38} | {
    f"F{number}": 111 + number for number in range(1, 13)
}


class Tab:
    """One tab: what it asked for, what it said, and the terminal that it shows."""

    def __init__(self, browser: "Chromium", session: str) -> None:
        self._browser, self._session = browser, session
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    async def tell(self, method: str, **given: Any) -> dict[str, Any]:
        return await self._browser.tell(method, self._session, **given)

    async def open(self, address: str) -> None:
        await self.tell("Page.navigate", url=address)

    async def evaluate(self, code: str) -> Any:
        found = await self.tell("Runtime.evaluate", expression=code, returnByValue=True)
        return found["result"].get("value")

    async def type(self, text: str) -> None:
        for letter in text:
            await self.tell("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            await self.tell("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def press(self, key: str) -> None:
        text = {"text": "\r"} if key == "Enter" else {}
        named = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        await self.tell("Input.dispatchKeyEvent", type="keyDown", **named, **text)
        await self.tell("Input.dispatchKeyEvent", type="keyUp", **named)

    async def click(self, line: int, column: int) -> None:
        """Click with the mouse on a letter of the terminal."""
        left, top, width, height = await self.evaluate(
            "(({left, top, width, height}) => [left, top, width, height])"
            "(document.querySelector('.xterm-screen').getBoundingClientRect())"
        )
        x = left + (column + 0.5) * width / self.screen.columns
        y = top + (line + 0.5) * height / self.screen.lines
        where = {"x": x, "y": y, "button": "left", "clickCount": 1}
        await self.tell("Input.dispatchMouseEvent", type="mousePressed", **where)
        await self.tell("Input.dispatchMouseEvent", type="mouseReleased", **where)

    async def paste(self, text: str) -> None:
        """Copy a text somewhere else, and press Ctrl+V here."""
        await self._browser.tell(
            "Browser.grantPermissions",
            permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
        )
        given = {"expression": f"navigator.clipboard.writeText({json.dumps(text)})"}
        await self.tell("Runtime.evaluate", awaitPromise=True, userGesture=True, **given)
        key = {"key": "v", "code": "KeyV", "windowsVirtualKeyCode": 86, "modifiers": 2}
        await self.tell("Input.dispatchKeyEvent", type="keyDown", commands=["paste"], **key)
        await self.tell("Input.dispatchKeyEvent", type="keyUp", **key)

    async def see(self, words: str) -> str:
        """Wait until the terminal shows these words."""
        return await self.until(lambda: words in self.text(), words)

    async def see_like(self, pattern: str) -> str:
        """Wait until the terminal shows something like this."""
        like = re.compile(pattern, re.MULTILINE)
        return await self.until(lambda: like.search(self.text()) is not None, pattern)

    async def go_on(self, key: str = "Tab") -> None:
        """Press a key that moves to another field, and wait until that has the keys."""
        before = held(self.screen)
        await self.press(key)
        await self.until(lambda: held(self.screen) != before, "another field has the keys")

    async def until(self, holds: Any, what: str) -> str:
        for _ in range(WAIT * 20):
            found = holds()
            if found if isinstance(found, bool) else await found:
                return self.text()
            await asyncio.sleep(0.05)
        pytest.fail(f"{what!r} not seen; faults: {self.faults}; the screen was:\n{self.text()}")

    def text(self) -> str:
        return "\n".join(self.screen.display)

    async def picture(self) -> bytes:
        """A PNG of the page, for whoever looks into a test."""
        shot = await self.tell("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    def hear(self, method: str, given: dict[str, Any]) -> None:
        """Take in what the browser tells about this tab."""
        if method == "Network.requestWillBeSent":
            self.asked.append(given["request"]["url"])
        elif method == "Page.downloadWillBegin":
            self.asked.append(given["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(given["url"])
            self.screen.reset()
        elif method == "Network.webSocketFrameReceived" and given["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(given["response"]["payloadData"]))
        elif method == "Network.webSocketFrameSent":
            self._resized(given["response"]["payloadData"])
        elif method == "Runtime.exceptionThrown":
            self.faults.append(given["exceptionDetails"]["text"])
        elif method == "Log.entryAdded" and given["entry"]["level"] == "error":
            self.faults.append(given["entry"]["text"])

    def _resized(self, sent: str) -> None:
        kind, *rest = json.loads(sent)
        if kind == "resize":
            self.screen.resize(rest[0]["height"], rest[0]["width"])


class Chromium:
    """The browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._tabs: dict[str, Tab] = {}

    async def tell(self, method: str, session: str | None = None, **given: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        said = {"id": number, "method": method, "params": given}
        await self._socket.send_json(said | ({"sessionId": session} if session else {}))
        return await asyncio.wait_for(self._waiting[number], WAIT)

    async def tab(self) -> Tab:
        target = await self.tell("Target.createTarget", url="about:blank")
        attached = await self.tell(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )
        session = attached["sessionId"]
        tab = self._tabs[session] = Tab(self, session)
        for domain in ("Page", "Runtime", "Network", "Log"):
            await tab.tell(f"{domain}.enable")
        return tab

    async def save_downloads_in(self, folder: Path) -> None:
        await self.tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    async def listen(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                waiting = self._waiting.pop(said["id"])
                if waiting.done():  # it was waited for too long already
                    continue
                if "error" in said:
                    waiting.set_exception(RuntimeError(said["error"]["message"]))
                else:
                    waiting.set_result(said["result"])
            elif (tab := self._tabs.get(said.get("sessionId", ""))) is not None:
                tab.hear(said["method"], said["params"])


@asynccontextmanager
async def chromium() -> AsyncIterator[Chromium]:
    """A browser of its own, with a folder of its own, ended afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            str(BROWSER), f"--user-data-dir={folder}", *ARGUMENTS,
            stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            async with aiohttp.ClientSession() as client:
                address = await asyncio.wait_for(_address(process), WAIT)
                async with client.ws_connect(address, max_msg_size=0) as socket:
                    browser = Chromium(socket)
                    listening = asyncio.create_task(browser.listen())
                    yield browser
                    listening.cancel()
        finally:
            process.kill()
            await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode(errors="replace"):
        if "DevTools listening on " in line:
            return line.split()[-1]
    pytest.fail("Chromium did not start")

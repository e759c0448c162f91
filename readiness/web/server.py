"""The server: the page, its files, the websocket that carries the screen, and downloads.

Nothing is answered before the token in the address and the names in the request were checked.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import signal
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from readiness.i18n.language import _
from readiness.web.access import Access, bracketed
from readiness.web.pages import HEADERS, page
from readiness.web.program_process import ProgramProcess
from readiness.web.slow_connections import Waiting

BUSY, BROKEN = 4001, 4002
"""Why a websocket is closed, as the page knows it: someone else is there; nothing could start."""

WAIT = 4.0
"""Seconds that a window waits for the one before it to end, as when a page is loaded again."""

LARGEST = {"width": 500, "height": 300}
"""Columns and lines that a screen in a browser may have."""

KEPT = 15.0
"""Seconds that a connection stays open for another request."""

LINGERING = 0.5
"""Seconds that are waited for the rest of a request that was answered already."""

_FRAME = re.compile(
    r'\[ ?"[a-z]*"(?:, ?(?:"(?:[^"\\]|\\.)*+"|\{[^\[\]{}]*\}|[^\[\]{}",]*))?\]', re.DOTALL
)
"""What a window sends: a word, and after it a text, a number or a flat table; nothing deeper."""

LARGEST_FRAME = 128 * 1024
"""Bytes of what a window sends at once: the longest text that a plan holds takes 80,000."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PlanServer:
    """Serves one plan to one person at a time."""

    def __init__(self, plan: Path, access: Access, port: int = 0) -> None:
        """Prepare; a port of 0 is any free one, known once the server has started."""
        self.plan, self.access, self.port = plan, access, port
        self._downloads = DownloadManager()
        self._turn = asyncio.Lock()
        self._sockets: set[web.WebSocketResponse] = set()

    def address(self, host: str) -> str:
        """What is opened in the browser to reach it by this host name."""
        return f"http://{bracketed(host)}:{self.port}/{self.access.token}/"

    def application(self) -> web.Application:
        """The server's routes as an aiohttp application; most are behind the secret address."""
        app = web.Application(middlewares=[self._guard])
        app.on_response_prepare.append(_with_headers)
        app.on_shutdown.append(self._say_goodbye)
        inside = f"/{self.access.token}"
        theirs = Path(str(files(textual_serve))) / "static"
        ours = Path(str(files("readiness.web"))) / "page"
        app.add_routes(
            [
                web.get(inside, self._page),
                web.get(f"{inside}/", self._page),
                web.get(f"{inside}/ws", self._socket),
                web.get("/download/{key}", self._download, allow_head=False),
                web.static(f"{inside}/theirs", theirs),
                web.static(f"{inside}/ours", ours),
            ]
        )
        return app

    async def run(self, started: Callable[[], None]) -> None:
        """Serve until told to stop by Ctrl+C or a signal. Raises OSError if the port is taken."""
        runner = web.AppRunner(
            self.application(),
            access_log=None,
            shutdown_timeout=2,
            keepalive_timeout=KEPT,
            lingering_time=LINGERING,
        )
        await runner.setup()
        stop, listening = asyncio.Event(), None
        try:
            listening = await self.listen(runner)
            _on_signals(stop.set)
            started()
            await stop.wait()
        finally:
            if listening is not None:
                listening.close()
            await runner.cleanup()

    async def listen(self, runner: web.AppRunner) -> asyncio.Server:
        """Take connections from now on. Raises OSError if the port is taken."""
        make = cast("Callable[[], asyncio.Protocol]", runner.server)
        loop, waiting = asyncio.get_running_loop(), Waiting(make)
        found = await loop.create_server(waiting.protocol, self.access.host, self.port)
        self.port = int(found.sockets[0].getsockname()[1])
        return found

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        named, origin = request.headers.get("Host", ""), request.headers.get("Origin")
        if not self.access.knows(named):
            return _refused(_("This server does not answer to that name."))
        if not self.access.opens_for(_token_in(request)):
            return _refused(
                _(
                    "This page needs its whole address, with the long random part. Copy it again "
                    "from the window in which readiness serve runs."
                )
            )
        is_foreign = origin is not None and not self.access.is_own(origin, named)
        if is_foreign or (origin is None and request.path.endswith("/ws")):
            return _refused(_("A page of another site may not use this server."))
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        return page(self.plan.name, request.host, self.access.token)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=LARGEST_FRAME)
        await socket.prepare(request)
        try:
            async with asyncio.timeout(WAIT):
                await self._turn.acquire()
        except TimeoutError:
            await socket.close(code=BUSY)
            return socket
        self._sockets.add(socket)
        try:
            with contextlib.suppress(ConnectionError):
                await self._carry(socket, _size_in(request))
        finally:
            self._sockets.discard(socket)
            self._turn.release()
        return socket

    async def _carry(self, socket: web.WebSocketResponse, size: tuple[int, int]) -> None:
        async def ended() -> None:
            await socket.close(code=1000 if process.is_shown else BROKEN)

        process = ProgramProcess(
            self.plan, self._downloads, socket.send_bytes, socket.send_str, ended
        )
        await socket.send_json(["instance_id", self.access.token])
        await process.start(*size)
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    await _pass_on(message.data, process, socket)
        finally:
            await process.stop()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        try:
            about = await self._downloads.get_download_metadata(key)
        except KeyError:
            return web.Response(status=404, text=_("This was fetched already, or is gone."))
        response = web.StreamResponse(headers={"Content-Type": about.mime_type})
        name = quote(about.file_name, safe="")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        await response.prepare(request)
        async for piece in self._downloads.download(key):
            await response.write(piece)
        await response.write_eof()
        return response

    async def _say_goodbye(self, _app: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close(code=1001)


async def _pass_on(text: str, process: ProgramProcess, socket: web.WebSocketResponse) -> None:
    """Hand what the page sent to the program; what makes no sense is left out."""
    if _FRAME.fullmatch(text) is None:
        return
    try:
        kind, *rest = json.loads(text)
        said: Any = rest[0] if rest else None
        if kind == "stdin":
            await process.send_bytes(str(said).encode("utf-8", "replace"))
        elif kind == "resize":
            await process.set_terminal_size(*_bounded(said["width"], said["height"]))
        elif kind == "ping":
            await socket.send_json(["pong", said])
        elif kind in ("blur", "focus"):
            await (process.blur() if kind == "blur" else process.focus())
    except (ValueError, TypeError, KeyError, OSError):
        return


def _token_in(request: web.Request) -> str:
    """The token of a request: the first part of its path; of a download, what it was told."""
    first = request.path.lstrip("/").partition("/")[0]
    return request.query.get("instance", "") if first == "download" else first


def _size_in(request: web.Request) -> tuple[int, int]:
    try:
        return _bounded(request.query.get("width", 80), request.query.get("height", 24))
    except ValueError:
        return (80, 24)


def _bounded(width: object, height: object) -> tuple[int, int]:
    """A size as whole numbers within bounds. Raises ValueError if it is none."""
    columns, lines = int(str(width)), int(str(height))
    return max(min(columns, LARGEST["width"]), 1), max(min(lines, LARGEST["height"]), 1)


def _refused(words: str) -> web.Response:
    return web.Response(status=403, text=f"{words}\n")


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.status != HTTPStatus.OK and not isinstance(response, web.WebSocketResponse):
        # Whoever was refused has no second request to wait for.
        response.force_close()
        response.headers["Connection"] = "close"
    response.headers["Server"] = "readiness"


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Windows has no such handlers; there Ctrl+C cancels what runs.
        with contextlib.suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(getattr(signal, name), stop)

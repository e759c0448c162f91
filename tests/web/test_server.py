"""What the server answers, and to whom."""

import asyncio
import contextlib
import io
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pyte
import pytest
from aiohttp import (
    ClientResponse,
    ClientSession,
    ClientWebSocketResponse,
    WSMsgType,
    WSServerHandshakeError,
    web,
)
from aiohttp.test_utils import TestClient, TestServer

from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.web import program_process, slow_connections
from readiness.web import server as serving
from readiness.web.access import Access
from readiness.web.server import PlanServer

ROOT = Path(__file__).parents[2]
TOKEN = "the-token-of-this-test"  # noqa: S105


class Window:
    """What one browser window shows, and the keys pressed in it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket, self.screen = socket, pyte.Screen(90, 30)
        self._stream = pyte.ByteStream(self.screen)

    async def see(self, words: str) -> None:
        while words not in "\n".join(self.screen.display):
            message = await self.socket.receive(timeout=40)
            assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), self.screen.display
            if message.type == WSMsgType.BINARY:
                self._stream.feed(message.data)

    async def press(self, key: str) -> None:
        await self.socket.send_json(["stdin", key])

    async def ended(self) -> int:
        """Wait for its end; returns why, as a close code."""
        while not self.socket.closed:
            await self.socket.receive(timeout=40)
        return int(self.socket.close_code or 0)


class Asked:
    """A client of a server that runs."""

    def __init__(self, server: PlanServer, client: TestClient[Any, Any]) -> None:
        self.server, self.client = server, client
        self.origin = f"http://127.0.0.1:{client.port}"

    async def get(self, path: str, **headers: str) -> ClientResponse:
        return await self.client.get(path, headers=headers)

    async def window(self, token: str = TOKEN, **headers: str) -> Window:
        given = {"Origin": self.origin} | headers
        path = f"/{token}/ws?width=90&height=30"
        return Window(await self.client.ws_connect(path, headers=given))


@pytest.fixture
async def asked(example: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    server = PlanServer(example, Access("127.0.0.1", TOKEN))
    async with TestClient(TestServer(server.application(), host="127.0.0.1")) as client:
        yield Asked(server, client)


PLACES = ["/", "/{}", "/{}/", "/{}/ours/page.js", "/{}/theirs/js/textual.js", "/{}/ws", "/{}/no"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("token", ["%20", "wrong", TOKEN[:-1], TOKEN + "x", TOKEN.upper()])
async def test_nothing_is_shown_without_the_token(asked: Asked, place: str, token: str) -> None:
    answer = await asked.get(place.format(token), Origin=asked.origin)
    assert answer.status == 403
    assert "whole address" in await answer.text()


@pytest.mark.parametrize("query", ["", "?instance=", "?instance=wrong", f"?token={TOKEN}"])
async def test_nothing_is_downloaded_without_the_token(asked: Asked, query: str) -> None:
    assert (await asked.get(f"/download/some-key{query}")).status == 403
    assert (await asked.get(f"/download/some-key?instance={TOKEN}")).status == 404


@pytest.mark.parametrize("token", ["wrong", TOKEN[:-1]])
async def test_no_screen_is_shown_without_the_token(asked: Asked, token: str) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await asked.window(token)
    assert refused.value.status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "stranger.example"},
        {"Origin": "http://stranger.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
    ],
    ids=str,
)
async def test_a_page_of_a_stranger_gets_nothing_even_with_the_token(
    asked: Asked, headers: dict[str, str]
) -> None:
    assert (await asked.get(f"/{TOKEN}/", **headers)).status == 403
    with pytest.raises(WSServerHandshakeError) as refused:
        await asked.window(**headers)
    assert refused.value.status == 403


async def test_a_screen_needs_to_be_asked_for_by_a_page(asked: Asked) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await asked.client.ws_connect(f"/{TOKEN}/ws")
    assert refused.value.status == 403


@pytest.mark.parametrize("place", ["/", f"/{TOKEN}/", f"/{TOKEN}/theirs/js/textual.js"])
async def test_every_answer_tells_the_browser_to_keep_it_to_itself(
    asked: Asked, place: str
) -> None:
    answer = await asked.get(place)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Server"] == "readiness"


async def test_the_page_names_nothing_outside_and_shows_a_file_name_as_it_is(
    asked: Asked, tmp_path: Path
) -> None:
    asked.server.plan = tmp_path / "<b>\"&'$plan.toml"
    text = await (await asked.get(f"/{TOKEN}/")).text()
    assert "<title>&lt;b&gt;&quot;&amp;&#x27;$plan.toml" in text
    assert "http" not in text
    assert f'"ws://127.0.0.1:{asked.client.port}/{TOKEN}/ws"' in text
    script = await asked.get(f"/{TOKEN}/theirs/js/textual.js")
    assert script.status == 200
    assert (await asked.get(f"/{TOKEN}/ours/../../server.py")).status == 403
    assert (await asked.get(f"/{TOKEN}/ours/%2e%2e/server.py")).status == 404


async def test_what_is_typed_reaches_the_file_and_nonsense_nothing(
    asked: Asked, example: Path
) -> None:
    window = await asked.window()
    await window.see("Practitioner selection")
    for nonsense in (
        "[" * 100_000,
        '["ping",' * 10_000,
        '["stdin", ' + '{"a":' * 20_000,
        "{",
        "[]",
        "5",
        '["resize"]',
        '["resize", {"width": "x", "height": 1}]',
    ):
        await window.socket.send_str(nonsense)
    await window.socket.send_json(["blur"])
    await window.socket.send_json(["focus"])
    await window.socket.send_json(["resize", {"width": 90, "height": 30}])
    await window.socket.send_json(["ping", "5"])
    await window.press("1")
    await window.see("1 of 10")
    await window.press("\r")
    await window.see("Enter/Tab on")
    await window.press("3")
    await window.see("(o) 3")
    await window.socket.close()
    second = await asked.window()
    await second.see("Practitioner")
    await second.socket.close()
    answer = PlanFile.open(example, Library()).plan.answer("SEL-01")
    assert answer.parts["value"] == "no"


async def test_a_second_person_is_told_that_the_plan_is_taken(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "WAIT", 0.05)
    first = await asked.window()
    await first.see("Practitioner selection")
    second = await asked.window()
    assert await second.ended() == serving.BUSY
    await first.socket.close()


async def test_quitting_ends_the_session(asked: Asked) -> None:
    first = await asked.window()
    await first.see("Practitioner selection")
    await first.press("\x11")
    assert await first.ended() == 1000


async def test_a_plan_that_cannot_be_opened_any_more_is_told(
    asked: Asked, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked.server.plan = tmp_path / "gone.toml"
    second = await asked.window()
    assert await second.ended() == serving.BROKEN
    assert "gone.toml" in capfd.readouterr().out


class FromMemory:
    """A program that hands out one file."""

    def __init__(self, server: PlanServer, raw: bytes) -> None:
        self._downloads, self._file = server._downloads, io.BytesIO(raw)

    async def send_meta(self, said: dict[str, Any]) -> bool:
        piece = self._file.read(said["size"])
        await self._downloads.chunk_received(said["key"], piece)
        return True


async def test_a_file_is_fetched_once_under_its_own_name(asked: Asked) -> None:
    raw = bytes(range(256)) * 1000
    await asked.server._downloads.create_download(
        app_service=FromMemory(asked.server, raw),  # type: ignore[arg-type]
        delivery_key="key",
        file_name='Åse\'s "plan"; x=1.pdf',
        open_method="browser",
        mime_type="application/pdf",
    )
    assert (await asked.get("/download/key")).status == 403
    answer = await asked.get(f"/download/key?instance={TOKEN}")
    assert await answer.read() == raw
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''%C3%85se%27s%20%22plan%22%3B%20x%3D1.pdf"
    )
    assert (await asked.get(f"/download/key?instance={TOKEN}")).status == 404


async def test_a_program_that_does_not_end_is_ended(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    from readiness.web.program_process import ProgramProcess

    monkeypatch.setattr(program_process, "PATIENCE", 0.3)
    stubborn = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"

    async def nothing(*_: object) -> None:
        return None

    downloads = asked.server._downloads
    one = ProgramProcess(asked.server.plan, downloads, nothing, nothing, nothing)
    started = asyncio.create_subprocess_exec

    async def instead(*_: str, **how: Any) -> asyncio.subprocess.Process:
        return await started(sys.executable, "-c", stubborn, **how)

    monkeypatch.setattr(program_process.asyncio, "create_subprocess_exec", instead)
    await one.start(80, 24)
    await one.stop()
    assert one._process is not None
    assert one._process.returncode == -9
    for _turn in range(20):
        await asyncio.sleep(0)  # the loop hears of the ends of its pipes


@pytest.mark.walk
async def test_a_frame_that_is_too_large_ends_the_window_and_no_more(asked: Asked) -> None:
    window = await asked.window()
    await window.see("Practitioner selection")
    await window.press("x" * serving.LARGEST_FRAME)
    assert await window.ended() == 1009
    second = await asked.window()
    await second.see("Practitioner selection")
    await second.socket.close()


@pytest.mark.walk
async def test_a_window_that_typed_without_end_keeps_no_other_one_waiting(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_process, "PATIENCE", 0.5)
    first = await asked.window()
    await first.see("Practitioner selection")
    await first.press("n1" * 5_000)
    await first.socket.close()
    second = await asked.window()
    await second.see("F1")
    await second.socket.close()


async def test_requests_that_are_never_finished_shut_nobody_out(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_connections, "MOST_WAITING", 5)
    server = PlanServer(example, Access("127.0.0.1", TOKEN))
    runner = web.AppRunner(server.application())
    await runner.setup()
    listening = await server.listen(runner)
    halves = []
    for _ in range(12):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: 127")
        halves.append((reader, writer))
    for reader, _writer in halves[:7]:
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await reader.readexactly(1)
    async with ClientSession() as client:
        for _ in range(2):
            async with client.get(f"http://127.0.0.1:{server.port}/{TOKEN}/") as answer:
                assert answer.status == 200
        async with client.get(f"http://127.0.0.1:{server.port}/") as answer:
            assert answer.status == 403
            assert answer.headers["Connection"] == "close"
    _reader, last = halves[-1]
    last.write(b".0.0.1\r\n\r\n")
    assert b"403" in await halves[-1][0].readline()
    for _reader, writer in halves:
        writer.close()
    listening.close()
    await runner.cleanup()


async def test_a_request_has_a_moment_for_its_head(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_connections, "HEAD_SECONDS", 0.01)
    server = PlanServer(example, Access("127.0.0.1", TOKEN))
    runner = web.AppRunner(server.application())
    await runner.setup()
    listening = await server.listen(runner)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    with contextlib.suppress(ConnectionError):
        assert await reader.read() == b"", "it was answered"
    writer.close()
    listening.close()
    await runner.cleanup()

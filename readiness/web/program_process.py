"""The program itself, started for one browser window, with its screen carried over pipes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from readiness.i18n.language import language

DRIVER = "readiness.tui.browser_driver:BrowserDriver"
"""What the program draws with instead of a terminal."""

BRIEF, PATIENCE = 0.3, 10.0
"""Seconds to hear that the window is gone, before the program is told by a signal; and seconds to
save and end, before it is ended."""


class ProgramProcess(AppService):
    """One run of the program on a plan. `ended` is called once when it ends, by itself or not."""

    def __init__(
        self,
        plan: Path,
        downloads: DownloadManager,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_text: Callable[[str], Awaitable[None]],
        ended: Callable[[], Awaitable[None]],
    ) -> None:
        """Prepare a run; `start` begins it."""
        super().__init__(
            "readiness",
            write_bytes=write_bytes,
            write_str=write_text,
            close=ended,
            download_manager=downloads,
        )
        self._plan, self._downloads = plan, downloads
        self._over = asyncio.Event()
        self.is_shown = False
        """Whether anything has reached the screen."""

    async def run(self) -> None:
        """Carry what the program draws until it ends."""
        try:
            await super().run()
        finally:
            self._over.set()
            if self._process is not None:  # which says no more, and is about to end
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._process.wait(), PATIENCE)
            await self.remote_close()

    async def on_data(self, payload: bytes) -> None:
        """Pass on what is drawn; with the window gone, take it all the same, so that none waits."""
        self.is_shown = True
        with contextlib.suppress(ConnectionError):
            await super().on_data(payload)

    async def on_meta(self, data: bytes) -> None:
        """Pass on what is meant for the window itself."""
        with contextlib.suppress(ConnectionError):
            await super().on_meta(data)

    async def stop(self) -> None:
        """Let the program save and end; end it where it does not.

        What waits in the pipe before it may be long: then a signal overtakes it.
        """
        process = self._process
        if process is None:
            return
        await self._downloads.cancel_app_downloads(app_service_id=self.app_service_id)
        told = asyncio.create_task(self.send_meta({"type": "quit"}))
        ends = [(process.terminate, BRIEF), (process.kill, PATIENCE)]
        # Windows knows no signal that a program could hear: there it has the whole time.
        for end, seconds in ends[1:] if os.name == "nt" else ends:
            try:
                async with asyncio.timeout(seconds):
                    await process.wait()
                    break
            except TimeoutError:
                with contextlib.suppress(ProcessLookupError):
                    end()
        await process.wait()
        told.cancel()
        await self._over.wait()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start without a shell, so that no letter of a file name can mean anything."""
        environment = self._build_environment(width, height) | {
            "TEXTUAL_DRIVER": DRIVER,
            "READINESS_LANG": language(),
        }
        environment |= _found_again(environment.get("PYTHONPATH", ""))
        # -P: what lies in the folder of the plan is never taken for a part of the program.
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "readiness", str(self._plan.resolve()),
            stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment,
        )  # fmt: skip
        self._stdin = self._process.stdin
        return self._process


def _found_again(paths: str) -> dict[str, str]:
    """What lets the process find the program where it runs from a folder and is not installed."""
    ours = Path(__file__).parents[2]
    if Path(sys.path[0] or ".").resolve() != ours:
        return {}
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(ours), paths)))}

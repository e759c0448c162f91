"""Connections that do not say what they want: ended after a moment, so that none is in the way.

aiohttp waits for the head of a request as long as the other side keeps the connection open. A few
hundred such halves would take every file that a program may have open, and shut the owner out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

HEAD_SECONDS, MOST_WAITING = 5.0, 64
"""Seconds for the head of a request; connections that wait for theirs, of which the oldest goes."""

HEAD_END = b"\r\n\r\n"


class Waiting:
    """The connections that have not said yet what they want, the oldest first."""

    def __init__(self, make: Callable[[], asyncio.Protocol]) -> None:
        """`make` gives what handles one connection."""
        self._make = make
        self._open: dict[WatchedConnection, None] = {}

    def protocol(self) -> asyncio.Protocol:
        """What handles a new connection."""
        return WatchedConnection(self._make(), self)

    def begin(self, head: WatchedConnection) -> None:
        """A connection waits from now on; one too many ends the oldest."""
        self._open[head] = None
        if len(self._open) > MOST_WAITING:
            next(iter(self._open)).abort()

    def end(self, head: WatchedConnection) -> None:
        """A connection has said what it wants, or is gone."""
        self._open.pop(head, None)


class WatchedConnection(asyncio.Protocol):
    """Hands a connection on to what handles it, and watches that its first request has a head."""

    def __init__(self, inner: asyncio.Protocol, waiting: Waiting) -> None:
        """Watch over a connection that `inner` handles."""
        self._inner, self._waiting = inner, waiting
        self._tail: bytes | None = b""
        self._timer: asyncio.TimerHandle | None = None
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for the head from now on."""
        self._transport = transport
        self._timer = asyncio.get_running_loop().call_later(HEAD_SECONDS, self.abort)
        self._inner.connection_made(transport)
        self._waiting.begin(self)

    def data_received(self, data: bytes) -> None:
        """Hand on what came; the end of a head ends the waiting."""
        if self._tail is not None:
            found = self._tail + data
            self._tail = found[-len(HEAD_END) + 1 :]
            if HEAD_END in found:
                self._over()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """Pass the end of the input to the handler of the connection."""
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Pass the loss of the connection to its handler, and wait for its head no more."""
        self._over()
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Pass to the handler that it should stop writing."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass to the handler that it may write again."""
        self._inner.resume_writing()

    def abort(self) -> None:
        """End the connection at once."""
        self._over()
        self._transport.abort()

    def _over(self) -> None:
        self._tail = None
        if self._timer is not None:
            self._timer.cancel()
        self._waiting.end(self)

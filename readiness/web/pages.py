"""The page that shows the screen, and what every answer of the server says to the browser."""

from __future__ import annotations

import html
from importlib.resources import files
from string import Template

from aiohttp import web

from readiness.i18n.language import N_, _, language

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What stands on every answer: nothing is kept, framed, told to other sites or loaded."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src ws://{host}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""What the page may load: its own files and its own websocket. The terminal writes its styles."""

WORDS = {
    "starting": N_("Opening the plan ..."),
    "ended": N_(
        "The session has ended. Everything you answered is saved. You can close this page; Ctrl+C "
        "in the window of readiness serve ends that as well."
    ),
    "busy": N_(
        "This plan is open in another window. One person at a time can work on it here: close "
        "the other window, then open it again."
    ),
    "broken": N_(
        "The plan could not be opened. The window in which readiness serve runs says why."
    ),
    "lost": N_(
        "The connection is gone: readiness serve was ended, or the computer slept. What you "
        "answered is saved. If it was ended, start it again and open its new address."
    ),
    "again": N_("Open again"),
    "scripts": N_("This page needs JavaScript. Without it: readiness ask, in a terminal."),
    "screen": N_(
        "The screen of readiness, drawn as in a terminal. With a screen reader, use readiness ask "
        "in a terminal instead."
    ),
}
"""What the page says around the screen."""


def page(plan: str, host: str, token: str) -> web.Response:
    """The page of a plan, for a browser that came by this host name."""
    said = {name: html.escape(_(words)) for name, words in WORDS.items()}
    places = {"inside": f"/{token}", "socket": f"ws://{html.escape(host)}/{token}/ws"}
    text = (files("readiness.web") / "page" / "index.html").read_text("utf-8")
    filled = Template(text).substitute(
        said, **places, plan=html.escape(plan), language=html.escape(language())
    )
    policy = POLICY.format(host=host)
    return web.Response(
        text=filled, content_type="text/html", headers={"Content-Security-Policy": policy}
    )

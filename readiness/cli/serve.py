"""Open a plan in a browser on this computer."""

from __future__ import annotations

import argparse
import errno
from typing import TYPE_CHECKING, Any

from readiness.cli.arguments import add_plan
from readiness.cli.output import say, tell
from readiness.i18n.language import N_, _
from readiness.i18n.numerals import whole_number
from readiness.i18n.terminal_text import safe

if TYPE_CHECKING:
    from readiness.web.server import PlanServer

DESCRIPTION = N_("""\
Open a plan in a browser on this computer.

The same screens, and the same file. For one person at a time, on the computer
on which it runs; anyone who has its address can do there what you can. Ctrl+C
ends it; every answer is saved as always.""")
EXAMPLE = N_("""\
It prints an address with a long random part, which lets you in. Copy it into
the browser, and give it to nobody: it opens the plan, and every other plan file
that you can open yourself.

It is for a computer where a browser is easier than a terminal, or for reaching
your own computer through an SSH tunnel. It is not a server for the internet or
for a team: there are no users, no passwords and no encryption (TLS). Several
people work on one plan by passing the file on, or with: readiness merge. A
screen reader finds little on this page; use: readiness ask.

examples:  readiness serve plan.toml
           readiness serve plan.toml --port 8000
           ssh -t -L 8000:127.0.0.1:8000 you@there \\
             readiness serve plan.toml --port 8000

exit codes: 0 ended with Ctrl+C, 2 the plan cannot be read, the port is taken,
or the part for browsers is not installed (pip install textual-serve)""")
PORTS = 65535


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness serve`."""
    add_plan(parser)
    parser.add_argument(
        "--port", type=_port, default=0, metavar="N", help=_("the port (any free one)")
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=_("ADDRESS"),
        help=_("where to listen; anything but this computer itself is a risk (127.0.0.1)"),
    )


def run(args: argparse.Namespace) -> int:
    """Show the plan in browsers until Ctrl+C; returns the exit code."""
    import asyncio
    from importlib.util import find_spec

    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    if find_spec("textual_serve") is None or find_spec("aiohttp") is None:
        tell(
            _(
                "The part for browsers is not installed. Install it with: pip install "
                "textual-serve (after pipx: pipx inject readiness textual-serve)"
            )
        )
        return 2
    PlanFile.open(args.file, Library())
    from readiness.web.access import Access
    from readiness.web.server import PlanServer

    host = "127.0.0.1" if args.host == "localhost" else args.host
    server = PlanServer(args.file, Access(host), args.port)
    _keep_token_from_logs(server.access.token)
    try:
        asyncio.run(server.run(lambda: _announce(server)))
    except KeyboardInterrupt:
        pass
    except OSError as error:
        where = f"{host}:{args.port}"
        if error.errno == errno.EADDRINUSE:
            words = _("{where} is taken by another program: choose another port with --port.")
            tell(words.format(where=where))
            return 2
        why = (error.strerror or str(error)).lower()
        tell(_("{where} cannot be listened on: {why}").format(where=where, why=why))
        return 2
    tell(_("Ended. Everything is saved."))
    return 0


def _port(text: str) -> int:
    port = whole_number(text, PORTS)
    if port is not None:
        return port
    raise argparse.ArgumentTypeError(
        _("{text} is no port: a whole number up to 65535").format(text=text)
    )


def _announce(server: PlanServer) -> None:
    import platform
    import sys

    access = server.access
    is_any = access.host in ("0.0.0.0", "::")  # noqa: S104 - compared, never listened on unasked
    tell(_("The plan is ready in the browser. Open this address on this computer:"))
    say(server.address(platform.node() if is_any else access.host))
    sys.stdout.flush()
    tell(_("Whoever has the address can change your plans: give it to nobody. Ctrl+C ends it."))
    if not access.is_loopback:
        tell(
            _(
                "WARNING: other computers can reach {host}, and nothing is encrypted: everyone on "
                "the network between can read the plan and the address. Without --host, only this "
                "computer can."
            ).format(host=access.host)
        )


def _keep_token_from_logs(token: str) -> None:
    """Let no message of a library show the token, and no fault a folder or an answer."""
    import logging

    from readiness.describe.fault import fault_met

    class Masked(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return safe(super().format(record).replace(token, "(token)"))

        def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - as logging has it
            return "\n".join(fault_met(ei[1]))

    handler = logging.StreamHandler()
    handler.setFormatter(Masked("%(message)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[handler], force=True)

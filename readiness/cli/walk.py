"""Open the program, with a plan or without."""

from pathlib import Path

from readiness.cli.spoken import tell
from readiness.core.wording.language import _


def run(given: list[str]) -> int:
    """Open the start screen, or the one plan that was named."""
    if len(given) > 1:
        tell(_("Name one plan file, or a command; see readiness --help."))
        return 2
    from readiness.tui.begin import run_app

    return run_app(Path(given[0]) if given else None)

"""Open a copy of the worked example."""

import argparse
from pathlib import Path

from readiness.cli.spoken import tell
from readiness.core.wording.language import N_, _

DESCRIPTION = N_("""\
Open a copy of the worked example: the plan of an invented service, filled in
by a thoughtful but not perfect leader. Nothing can be spoiled.""")
EXAMPLE = N_("""\
examples:  readiness demo
           readiness demo --only-copy""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--only-copy", action="store_true", help=_("print where the copy is, and stop")
    )


def run(said: argparse.Namespace) -> int:
    """Copy and open it."""
    import tempfile

    from readiness.files.templates import example_plan_text

    path = Path(tempfile.mkdtemp(prefix="readiness-")) / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    if said.only_copy:
        print(path)  # noqa: T201 - the path is the answer
        return 0
    from readiness.tui.begin import run_app

    code = run_app(path)
    tell(_("The copy you worked on is {path}").format(path=path))
    return code

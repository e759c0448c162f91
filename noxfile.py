"""The daily commands. `nox -l` lists them; all use the environment that nox itself is in (.venv).

Words behind -- go on to the tool: nox -s one -- tests/domain/test_ledger.py -k rounds
"""

import sys
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["check", "tests"]

PYTEST = (sys.executable, "-m", "pytest", "-q")


@nox.session
def check(session: nox.Session) -> None:
    """Format, lint, types and the contracts between packages: half a minute."""
    tools = Path(sys.executable).parent
    session.run(f"{tools}/ruff", "format", "--check", ".", external=True)
    session.run(f"{tools}/ruff", "check", ".", external=True)
    session.run(sys.executable, "-m", "mypy", external=True)
    session.run(f"{tools}/lint-imports", external=True)


@nox.session
def tests(session: nox.Session) -> None:
    """The tests as the README runs them: without walks and nightly ones, on two cores."""
    session.run(*PYTEST, "-n", "2", *session.posargs, external=True)


@nox.session
def one(session: nox.Session) -> None:
    """One file or one test, also a nightly one, with all that it prints."""
    session.run(*PYTEST, "-s", "-m", "", *session.posargs, external=True)


@nox.session
def screens(session: nox.Session) -> None:
    """A screen as text: -- hours 120x40 nb; without a name, all names; --write renews them."""
    if session.posargs == ["--write"]:
        write = {"READINESS_WRITE_SCREENS": "1"}
        session.run(
            *PYTEST, "tests/tui/test_window.py", "-k", "look_as_they", env=write, external=True
        )
        session.run(sys.executable, "-m", "tests.pictures.picture", external=True)
        session.run(sys.executable, "-m", "tests.tui.keys_page", external=True)
        return
    session.run(sys.executable, "-m", "tests.tui.look", *session.posargs, external=True)


@nox.session
def looks(session: nox.Session) -> None:
    """Contact sheets of every screen, sizes and themes: -- FOLDER, and scenes for some of them."""
    session.run(
        sys.executable, "-m", "tests.tui.looks", *(session.posargs or ["looks"]), external=True
    )


@nox.session
def words(session: nox.Session) -> None:
    """Renew the catalogues after a message changed; then fill in what is empty and run it again."""
    session.run("bash", ".ci/words", sys.executable, external=True)


@nox.session
def walks(session: nox.Session) -> None:
    """Whole plans, every screen, every way to end: -- FILE for those of one file."""
    session.run(*PYTEST, "-n", "2", "-m", "walk and not nightly", *session.posargs, external=True)


@nox.session
def nightly(session: nox.Session) -> None:
    """The long walks, and every property with many examples: an hour."""
    many = {"READINESS_HYPOTHESIS": "nightly"}
    chosen = ("-n", "2", "-m", "nightly or hypothesis")
    session.run(*PYTEST, *chosen, *session.posargs, env=many, external=True)


@nox.session
def console(session: nox.Session) -> None:
    """The program itself on a copy of the worked example, in this terminal."""
    session.run(sys.executable, "-m", "readiness", *(session.posargs or ["demo"]), external=True)

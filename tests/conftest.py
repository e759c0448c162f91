"""Every test gets folders of its own: no home, no network, no real templates folder."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from readiness.app.session import Session
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.launch import FRAMES
from tests.repeats import work_once

if TYPE_CHECKING:
    from tests.tui.atlas import Atlas

# Textual reads it when it is loaded; the program sets it as well.
os.environ.setdefault("TEXTUAL_FPS", FRAMES)

# What is compiled is kept, whatever the machine says: tests start the program hundreds of times.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A process with all the tests in it has much to look through each time.
gc.set_threshold(200_000, 10, 5)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Of two workers one takes the tests in from their end: each compiles half of a fresh clone."""
    folder = Path(__file__).parent
    is_whole = [Path(one).resolve() for one in session.config.args] == [folder]
    if os.environ.get("PYTEST_XDIST_WORKER") != "gw1" or not is_whole:
        return
    for path in sorted(folder.rglob("test_*.py"), reverse=True):
        with suppress(Exception):  # collecting it tells what is wrong with it
            import_module(".".join(path.relative_to(folder.parent).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """What was loaded and collected stays to the end: nobody looks for what of it is left over."""
    gc.collect()
    gc.freeze()


settings.register_profile(
    "quick",
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "nightly", settings.get_profile("quick"), max_examples=500, derandomize=False
)
settings.load_profile(os.environ.get("READINESS_HYPOTHESIS", "quick"))

work_once()


def in_memory(handle: int) -> None:
    """What a file was given is not waited for until it is on the disk; a closed one is an error."""
    os.fstat(handle)


os.fsync = in_memory

TODAY = date(2026, 11, 24)


_numbers = count()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.getbasetemp() / f"own-{next(_numbers)}"
    folder.mkdir()
    for name in ("READINESS_STATE", "READINESS_TEMPLATES", "HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    # What is kept there is kept under its fingerprint: one test can tell another nothing untrue.
    monkeypatch.setenv("READINESS_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("READINESS_LANG", "en")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak_in("en")


@pytest.fixture(scope="session")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> "Atlas":
    """Every screen, looked at once for all tests, whichever worker runs them."""
    from tests.tui.atlas import Atlas

    own = tmp_path_factory.getbasetemp()
    return Atlas((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "a")


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    return path


@pytest.fixture
def example_file(example: Path, library: Library) -> PlanFile:
    return PlanFile.open(example, library)


@pytest.fixture
def session(example_file: PlanFile) -> Session:
    return Session(example_file, lambda: TODAY, lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001

"""Long templates are taken apart once, and never taken for another text."""

from pathlib import Path

import pytest

from readiness.storage import template_cache
from readiness.storage.problems import Refused
from readiness.storage.template_cache import LONG, MOST_KEPT, cache_folder, tables_of


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READINESS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def long(words: str) -> str:
    return f'id = "{words}"\nlow = 0\nhigh = 2.5\nall = ["{"x" * LONG}"]\n[a.b]\nc = true\n'


def forbid(*_: object) -> dict[str, object]:
    raise AssertionError("the text was taken apart again")


def test_a_long_text_is_taken_apart_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tables_of(long("one"), "one.toml")
    assert first["a"] == {"b": {"c": True}}
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(template_cache, "parsed", forbid)
    again = tables_of(long("one"), "one.toml")
    assert again == first
    assert isinstance(again["low"], int)
    with pytest.raises(AssertionError):
        tables_of(long("two"), "one.toml")


def test_only_its_owner_can_read_it(cache: Path) -> None:
    tables_of(long("one"), "one.toml")
    assert next(cache.iterdir()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoiled", [b"", b"{}", b"abc\n{}", b"\xff\n{}"])
def test_what_was_spoiled_or_cut_off_is_not_believed(cache: Path, spoiled: bytes) -> None:
    first = tables_of(long("one"), "one.toml")
    kept = next(cache.iterdir())
    kept.write_bytes(spoiled or kept.read_bytes()[:-2])
    assert tables_of(long("one"), "one.toml") == first
    assert kept.read_bytes().endswith(b"}")


def test_what_json_cannot_say_and_what_is_short_is_not_kept(cache: Path) -> None:
    dated = long("one") + "day = 2027-01-11\n"
    assert str(tables_of(dated, "one.toml")["a"]["b"]["day"]) == "2027-01-11"
    odd = long("one") + "odd = nan\n"
    assert tables_of(odd, "one.toml")["id"] == "one"
    assert tables_of('id = "short"\n', "one.toml") == {"id": "short"}
    assert not list(cache.glob("*.json"))


def test_the_oldest_make_room(cache: Path) -> None:
    for number in range(MOST_KEPT + 3):
        tables_of(long(str(number)), "one.toml")
    assert len(list(cache.iterdir())) == MOST_KEPT


def test_a_folder_that_cannot_be_written_is_never_in_the_way(cache: Path) -> None:
    cache.write_text("a file, not a folder")
    assert tables_of(long("one"), "one.toml")["id"] == "one"


def test_a_fault_is_said_as_ever(cache: Path) -> None:
    with pytest.raises(Refused, match="line 7"):
        tables_of(long("one") + "= 3\n", "one.toml")
    assert not cache.exists()


def test_it_is_the_users_cache_unless_one_says_otherwise(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache_folder() == cache
    monkeypatch.delenv("READINESS_CACHE")
    assert cache_folder().parts[-1] == "readiness" or "readiness" in cache_folder().parts

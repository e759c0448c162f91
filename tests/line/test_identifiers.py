"""Identifying text is pointed out with the answer, in `ask`; the answer is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover

LOOKS = "This looks as if it holds"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["go INC-02", "Ola Eksempel, 010190 12345, venter", "."], "a national identity number"),
        (["go SEL-10", "Nordmann, Kari"], "a person's full name"),
        (["go SEL-10", "AB", "kari.nordmann@eksempel.no"], "an e-mail address"),
        (["note ring 912 34 567"], "a telephone number"),
        (["actions add", "Ask", "born 13 May 1984"], "a date of birth"),
        (["people add kari@eksempel.no", ""], "an e-mail address"),
    ],
)
def test_it_is_pointed_out_with_the_answer_that_is_kept(
    path: Path, lines: list[str], kind: str
) -> None:
    code, said = converse(path, [*lines, "/quit"])
    assert (code, said.count(f"{LOOKS} {kind}.")) == (0, 1)
    assert lines[-2 if lines[-1] in (".", "") else -1].split()[-1] in path.read_text("utf-8")


def test_a_full_name_among_the_practitioners_is_pointed_out_once(path: Path) -> None:
    _code, said = converse(path, ["people add kari nordmann", "nurse", "/quit"])
    assert said.count("looks like a full name") == 1
    assert LOOKS not in said
    assert list(plan_at(path).people) == ["kari nordmann"]


def test_what_identifies_nobody_is_kept_without_a_word_and_told_once(path: Path) -> None:
    lines = ["go SEL-10", "Section leader", "Deputy head", "/note Ask AB on 11.01.2027", "/quit"]
    assert LOOKS not in converse(path, lines)[1]
    converse(path, ["/go INC-02", "See 010190 12345.", ".", "/quit"])
    assert LOOKS not in converse(path, ["/go INC-01", "yes", "/quit"])[1]

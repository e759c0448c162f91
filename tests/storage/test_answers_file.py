"""One person's answers in a file: what is written is read again, and a stranger's file is data."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.ratings.rater_answers import FIDELITY, RaterAnswers, Said, fingerprint
from readiness.storage.answers_file import (
    LARGEST,
    answers_from_bytes,
    answers_text,
    read_answers,
    write_answers,
)
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, UnreadableAnswers, UnreadablePlan
from readiness.storage.templates import Library
from tests.naughty import CLASSES
from tests.strategies import TEXTS, examples

HEARD = """\
kind = "workshop answers"
kind_format = 1
for = "riv-a7k2"
who = "practitioner"
code = "t9xv4mqe"
edition = 3
finished = "yes"
template = "imr"
template_version = "2.0"

[said.GOAL-09]
value = "no"
asked = "5c1e0a2b"
note = "We heard of it in the corridor."
show_note = "no"

[said.T03]
value = "not sure"
"""


def refused(text: str | bytes) -> str:
    raw = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(UnreadableAnswers) as found:
        answers_from_bytes(raw, "t9xv.answers.toml")
    return str(found.value)


def remarks(text: str) -> list[str]:
    return [one.words() for one in answers_from_bytes(text.encode(), "a.answers.toml").problems]


def test_a_persons_answers_are_read() -> None:
    found = answers_from_bytes(HEARD.encode(), "t9xv.answers.toml").answers
    assert (found.for_, found.who, found.code, found.edition) == (
        *("riv-a7k2", "practitioner", "t9xv4mqe", 3),
    )
    assert found.finished
    assert found.said["GOAL-09"] == Said(
        value="no", asked="5c1e0a2b", note="We heard of it in the corridor."
    )
    assert found.said["T03"].value == "not sure"


def test_a_rating_keeps_scores_and_whether_the_rater_is_sure(tmp_path: Path) -> None:
    mine = RaterAnswers(
        kind=FIDELITY,
        for_="c0ffee 2027-07-12",
        who="KH",
        finished=True,
        template="imr_fidelity",
        said={
            "plan": Said(value="a\nb", show_note=True),
            "coping": Said(value=1, sure=False, note="One session."),
            "cbt": Said(value=2.5),
        },
    )
    path = tmp_path / "KH.answers.toml"
    write_answers(path, mine)
    assert read_answers(path).answers == mine
    assert "code" not in path.read_text("utf-8")


WORDS = st.one_of(
    TEXTS,
    st.sampled_from([text for texts in CLASSES.values() for text in texts if len(text) < 3000]),
).map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n").strip() or "x")


@examples(1)
@given(
    st.dictionaries(
        st.from_regex(r"[A-Z]{2,4}-[0-9]{2}", fullmatch=True),
        st.builds(
            Said,
            value=st.one_of(WORDS, st.integers(0, 5)),
            asked=st.sampled_from(["", "5c1e0a2b"]),
            note=WORDS,
            show_note=st.booleans(),
            sure=st.sampled_from([True, False, None]),
        ),
        max_size=4,
    ),
    st.integers(1, 2),
)
def test_whatever_a_person_writes_is_read_again(said: dict[str, Said], vote: int) -> None:
    mine = RaterAnswers(code="t9xv4mqe", who="user", vote=vote, said=said)
    found = answers_from_bytes(answers_text(mine).encode(), "a.answers.toml")
    assert (found.answers, found.problems) == (mine, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('format = 1\ntemplate = "imr"\n[answers.SEL-01]\nvalue = "yes"\n', "whole plan"),
        ('kind = "workshop"\nkind_format = 1\n', "no file with one person's answers"),
        ("", "no file with one person's answers"),
        (HEARD.replace("kind_format = 1", "kind_format = 2"), "line 2 (kind_format): another"),
        (HEARD.replace("t9xv4mqe", "T9 XV"), "line 5 (code): the code of these answers"),
        (HEARD.replace("edition = 3", "edition = -1"), "-1 is not a number from 1"),
        (HEARD.replace("edition = 3", "edition = true"), "true is not a number from 1"),
        (b"\xff", "not written in UTF-8"),
        ("kind = \n", "line 1"),
    ],
)
def test_what_is_no_answers_file_is_told_and_not_counted(text: str | bytes, said: str) -> None:
    assert said in refused(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('value = "no"', "value = [1]", "(said.GOAL-09.value): a list is not an answer here"),
        ('value = "no"', "value = true", "true is not an answer here; it counts as blank"),
        ('value = "no"', "value = nan", "nan is not an answer here"),
        ('show_note = "no"', "show_note = 3", "3 is neither yes nor no"),
        ('asked = "5c1e0a2b"', "asked = 5", "5 is not a text"),
        ('value = "no"', 'value = "no"\nscore = 1', '"score" is not a key that is used here'),
        ('note = "We', f'note = "{"x" * 4001}We', "the text is 4,032 characters long"),
        ("[said.T03]", '[said."a b"]', '"a b" is not the name of a question'),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_counts(old: str, new: str, said: str) -> None:
    assert old in HEARD
    found = remarks(HEARD.replace(old, new))
    assert len(found) == 1
    assert said in found[0]


def test_tables_that_are_none_and_too_many_answers_are_told() -> None:
    head = HEARD.partition("[said")[0]
    assert "3 is not a table" in remarks(head + "said = 3\n")[0]
    assert "(said.A): 3 is not a table" in remarks(head + "[said]\nA = 3\n")[0]
    many = "".join(f'[said.Q{n}]\nvalue = "no"\n' for n in range(301))
    assert "there are 301 of them; keep 300." in remarks(head + many)[0]
    odd = "".join(f"x{n} = 1\n" for n in range(120))
    assert len(remarks(odd + head)) == 100
    blank = answers_from_bytes((head + '[said.A]\nvalue = " "\n[said.B]\n').encode(), "a").answers
    assert dict(blank.said) == {}


def test_a_file_that_is_too_large_or_gone_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large.answers.toml"
    large.write_bytes(HEARD.encode() + b"#" * LARGEST)
    with pytest.raises(UnreadableAnswers, match="larger than 64 KiB; check what you were sent"):
        read_answers(large)
    with pytest.raises(UnreadableAnswers, match="no such file"):
        read_answers(tmp_path / "gone.answers.toml")
    many = {f"Q{n}": Said(value="yes", note="x" * 4000) for n in range(20)}
    with pytest.raises(CannotWrite, match="larger than 64 KiB"):
        write_answers(tmp_path / "new.answers.toml", RaterAnswers(said=many))
    with pytest.raises(CannotWrite, match="no folder"):
        write_answers(tmp_path / "none" / "new.answers.toml", RaterAnswers())


def test_an_answers_file_is_never_opened_as_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "t9xv.answers.toml"
    path.write_text(HEARD, "utf-8")
    with pytest.raises(UnreadablePlan, match='a file of the kind "workshop answers"'):
        PlanFile.open(path, Library())


def test_a_question_is_known_by_its_words_and_options() -> None:
    assert fingerprint("A", "Is it so?") == fingerprint("A", "Is  it\nso?")
    asked = {fingerprint(*one) for one in [("A", "Is it so?"), ("B", "Is it so?"), ("A", "Is it?")]}
    assert len(asked | {fingerprint("A", "Is it so?", ["a", "b"])}) == 4

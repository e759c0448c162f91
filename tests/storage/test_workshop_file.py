"""A workshop's own file: what is written is read again, and what is no such file is told."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.ratings.workshop import Agreed
from readiness.storage.problems import AlreadyThere, CannotWrite, UnreadableWorkshop
from readiness.storage.workshop_file import read_workshop, workshop_text, write_workshop
from tests.workshops import answers, look, revealed, room, workshop


def test_a_workshop_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "riverside.workshop.toml"
    people = room("GOAL-09", "yes", "no", "no", "yes", "not sure", "partly")
    more = [
        answers("practitioner", f"p{n}", {"SEL-06": "yes", "GOAL-06": "weekly"}) for n in range(5)
    ]
    held = revealed(workshop(), *people, *more)
    again = [one.model_copy(update={"vote": 2}) for one in people]
    held = revealed(held, *people, *more, second=look(held, *again, vote=2))
    held = held.model_copy(
        update={
            "opened": date(2026, 11, 20),
            "closes": date(2026, 12, 1),
            "facilitator": "consultant",
            "parked": ("GOAL-06",),
            "agreed": {
                "GOAL-09": Agreed(
                    answer="partly",
                    reason="Heard since October.",
                    against=1,
                    look_again=date(2027, 3, 1),
                    by_leader=True,
                )
            },
            "missing": {"1": {"item": "INC-03", "what": "How many", "by": date(2026, 12, 12)}},
            "dots": {"1": 5},
        }
    )
    write_workshop(path, held, is_new=True)
    assert read_workshop(path) == held
    with pytest.raises(AlreadyThere):
        write_workshop(path, held, is_new=True)
    with pytest.raises(CannotWrite):
        write_workshop(tmp_path / "none" / "x.workshop.toml", held)


def test_before_collecting_is_closed_the_file_holds_nothing_of_the_answers() -> None:
    text = workshop_text(workshop())
    keys = {line.partition("=")[0].strip() for line in text.splitlines() if line[:1] not in "#["}
    tables = {line for line in text.splitlines() if line.startswith("[")}
    assert not any(one.startswith(("[shown", "[[shown")) for one in tables)
    assert keys == {
        *("kind", "kind_format", "workshop", "plan", "template", "template_version", "mode"),
        *("smallest_group", "smallest_sensitive", "expected", "shown", "roles", "asked"),
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "workshop"\n', "", "this is no workshop's file; choose the file whose name ends"),
        ('kind = "workshop"', 'kind = "workshop answers"', 'of the kind "workshop answers"'),
        ("kind_format = 1", "kind_format = 7", "another version of readiness wrote it"),
        ("smallest_group = 3", "smallest_group = 1", "smallest"),
        ("expected = 5", 'expected = "five"', "this is not a number"),
        ('mode = "blind"', 'mode = "dark"', "write one of: blind, open"),
        ('plan = "plan.toml"', 'plan = "//server/share/plan.toml"', "another computer"),
        ("expected = 5", "expects = 5", "this key is not known"),
        (
            "[roles.user]",
            '[[shown]]\ntime = "reveal"\n[shown.counts.X.staff]\nno = -1\n[roles.user]',
            "no",
        ),
        ("[roles.practitioner]\nexpected = 5", "[roles]\npractitioner = 5", "not as it was"),
        ("kind_format = 1", "kind_format = ", "line 4"),
    ],
)
def test_what_is_wrong_with_a_workshops_file_is_told(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = workshop_text(workshop())
    assert old in text
    path = tmp_path / "riverside.workshop.toml"
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(UnreadableWorkshop) as found:
        read_workshop(path)
    assert said in str(found.value)

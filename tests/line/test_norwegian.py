"""The plain questions in Norwegian: what is typed in Norwegian is understood."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from readiness.storage.languages import speak_in
from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("j", "yes"),
        ("ja", "yes"),
        ("d", "partly"),
        ("delvis", "partly"),
        ("n", "no"),
        ("nei", "no"),
        ("ingen", "no"),
        ("vet ikke", "not sure"),
        ("v", "not sure"),
    ],
)
def test_words_and_first_letters_are_those_that_are_spoken(
    tmp_path: Path, typed: str, kept: str
) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", typed, "quit"])
    assert plan_at(path).answer("GOAL-09").parts == {"value": kept}, said


def test_what_is_not_there_is_none_in_norwegian(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["about", "go INC-01", "note", "quit"])
    assert "Tjeneste: ikke sagt" in said
    assert "Lengde i måneder: 12" in said
    assert "Notatet nå: ingen" in said
    assert "Project-Id" not in said


def test_a_plan_is_made_with_five_questions_in_norwegian(tmp_path: Path) -> None:
    speak_in("nb")
    path = tmp_path / "ny.toml"
    _, said = converse(path, ["kort", "Min plan", "Elvebakken", "31. januar 2027", "", "slutt"])
    plan = plan_at(path)
    assert (plan.plan, plan.form, plan.start) == ("Min plan", "short", date(2027, 1, 31))
    assert "of 5" not in said
    assert "Forstått: 31. januar 2027." in said


@pytest.mark.parametrize("yes", ["j", "ja", "fullt"])
def test_yes_makes_the_full_form(tmp_path: Path, yes: str) -> None:
    path = tmp_path / "ny.toml"
    speak_in("nb")
    converse(path, [yes, "", "", "", "", "avslutt"])
    assert plan_at(path).form == "full"


def test_commands_have_norwegian_names_too(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", "ja", "angre", "hjelp", "all nei", "slutt"])
    assert "Angret" in said
    assert "Kommandoer:" in said
    assert "Ikke forstått" not in said


def test_why_names_the_driver_in_norwegian(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", "why", "slutt"])
    assert "Implementeringsdriver: ledelse; tema i studien: " in said


def test_the_help_names_the_norwegian_word_first(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["hjelp", "hjelp gå", "avslutt"])
    assert said.count("\ngå (go): ") == 2
    assert "\nfagpersoner (people): " in said
    assert "\nhva om (whatif): " in said
    assert "\npdf: " in said
    assert "\nhelp: " not in said


def test_practitioners_rows_and_places_are_reached_with_norwegian_words(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    lines = ["fagpersoner legg til AB", "", "Fagpersoner rolle ab", "lege", "notat Husk dette"]
    rows = ["gå MON-01", "legg til", "12.7.2027", "Nord", "endre 1", "13.7.2027", "", "legg til"]
    more = ["1. des. 2027", "", "fjern 2", "gå ubesvart", "tøm alle", "liste åpne", "om start"]
    _, said = converse(path, [*lines, *rows, *more, "1. februar 2027", "avslutt"])
    plan = plan_at(path)
    assert plan.people["AB"].role == "lege"
    assert plan.answer("SEL-01").note == "Husk dette"
    assert plan.answer("MON-01").rows == {"1": {"date": date(2027, 7, 13), "by": "Nord"}}
    assert plan.start == date(2027, 2, 1)
    assert "Ikke forstått" not in said


def test_tables_actions_flags_and_dates_are_worked_on_in_norwegian(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    entry = ["stengt legg til", "1.7.2027", "31.7.2027", "Ferie", "stengt", "stengt fjern 1"]
    action = ["tiltak ta INC-01", "tiltak ferdig 1", "tiltak åpne 1", "tiltak dropp 1", "Sent"]
    flag = ["gå INC-01", "nei", "/flagg godta INC-01R", "Skrives i mars", "TL"]
    rest = ["/kalender flytt 999", "/historikk", "/lagre", "/finn mars", "/avslutt"]
    _, said = converse(path, [*entry, *action, *flag, *rest])
    plan = plan_at(path)
    assert not plan.entries("closures")
    assert plan.actions["1"]["state"] == "dropped"
    assert plan.accepted["INC-01R"]["by"] == "TL"
    assert "Skriv stengt " in said
    assert " ta og et nummer" not in said
    assert " flytt og et nummer" in said


def test_what_if_and_documents_in_norwegian(example: Path) -> None:
    speak_in("nb")
    _, said = converse(example, ["hva om slutter CD 12", "hva om ta færre 5", "avslutt"])
    assert "slutter CD 12" in said
    assert "Lagt inn: " in said
    example.with_name("example-brief.pdf").write_text("a letter")
    _, said = converse(example, ["pdf kort", "avslutt"])
    assert "pdf kort erstatt" in said


def test_norwegian_words_work_while_english_is_spoken(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    _, said = converse(
        path, ["gå INC-01", "ja", "/angre", "/språk norsk", "/språk engelsk", "/slutt"]
    )
    assert not plan_at(path).answers
    assert "Språket er nå" in said
    assert "The language is now: English." in said


def test_an_accent_may_come_as_a_mark_of_its_own(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    converse(path, ["ga\u030a INC-01", "yes", "quit"])
    assert plan_at(path).answer("INC-01").parts == {"value": "yes"}


@pytest.mark.parametrize("quit_word", ["avslutt", "/slutt"])
def test_a_commands_prompt_is_helped_and_left_in_norwegian(tmp_path: Path, quit_word: str) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    lines = ["fagpersoner legg til", "hjelp", "tilbake", "fagpersoner legg til", quit_word, "CD"]
    _, said = converse(path, lines)
    assert said.count("Initialer eller en rolle:") == 3
    assert "Uendret." in said
    assert not plan_at(path).people
    assert said.rstrip().splitlines()[-1].startswith("Avsluttet.")


@pytest.mark.parametrize(("word", "kept"), [("mitt", "mine"), ("deres", "theirs")])
def test_which_side_stays_is_said_in_norwegian(tmp_path: Path, word: str, kept: str) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")

    def lines() -> Iterator[str]:
        text = path.read_text()
        path.write_text(f'{text}\n[answers.SEL-01]\nnote = "theirs"\n')
        yield from ("notat mine", word, "avslutt")

    code, said = converse(path, lines())
    assert code == 0, said
    assert plan_at(path).answer("SEL-01").note == kept


def test_everyone_in_norwegian_may_be_a_text(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    converse(path, ["go CAP-07", "Alle", ".", "quit"])
    assert plan_at(path).answer("CAP-07").parts == {"value": "Alle"}

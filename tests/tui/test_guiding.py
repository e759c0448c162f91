"""Search, help, palette, example and tour: a person finds the way without being told."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import date
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

import readiness.tui.screens as package
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.i18n.dates import plus_months
from readiness.i18n.language import _
from readiness.storage.example import worked_example
from readiness.storage.languages import speak_in
from readiness.storage.memory import Memory
from readiness.storage.templates import Library
from readiness.tui.commands import CATALOGUE, COMMANDS
from readiness.tui.context_help import SECTIONS, help_here, sections
from readiness.tui.guide import Guide
from readiness.tui.keys import area_number, bindings_of, commands_of, key_words
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.area_visit import AreaVisit
from readiness.tui.screens.document import DocumentScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.search import SearchScreen
from readiness.tui.screens.start import StartScreen
from readiness.tui.screens.text_page import ExampleScreen, HelpScreen
from readiness.tui.screens.tour import STOPS, TourCard
from tests.tui.keys_page import BASES
from tests.tui.person import Person, at


def every_screen() -> list[type[Screen[object]]]:
    """Every screen of the program that a person can come to."""
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    found, left = set[type[Screen[object]]](), [Screen]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("readiness.tui.screens"):
            found.add(kind)
    others = {
        "TooSmall",
        "Curtain",
        "HelpScreen",
        "ReadingScreen",
        "ProgressDialog",
        "PaletteScreen",
    }
    bases = BASES | others
    return sorted((one for one in found if one.__name__ not in bases), key=lambda one: one.__name__)


async def said(person: Person, *keys: str) -> str:
    """What the help says after these keys."""
    await person.press(*keys)
    return " ".join(help_here(person.app, person.app.plan.view).split())


@pytest.mark.parametrize("name", ["help.md", "help.nb.md"])
def test_a_line_of_the_help_that_was_broken_by_hand_fits_a_window_of_80_columns(name: str) -> None:
    lines = (Path(package.__path__[0]).parent / name).read_text("utf-8").splitlines()
    goes_on = [bool(re.match(r"^ +(?!\S+ {2})\S", after)) for after in lines[1:]]
    broken = [line for line, more in zip(lines, goes_on, strict=False) if more]
    assert len(broken) > 50
    assert [line for line in broken if len(line) > 76] == []


# ------------------------------------------------------------------ search


async def test_search_forgives_slips_and_enter_leads_to_the_question_in_its_list(
    session: Session,
) -> None:
    before = session.plan
    async with at(session) as person:
        await person.press("slash")
        await person.type("compentence regional")
        person.sees("Capacity, CAP-06 Supervision: answer", "regional competence centre")
        await person.press("enter")
        person.sees("6 of 10", "CAP-06 ", "Enter answer n unanswered")
        await person.press("escape")
        person.sees("Search", "regional competence centre", "Esc clear")
        await person.press("escape")
        person.sees("Questions, answers, notes, actions and the help are searched.", "Esc back")
        assert "regional competence centre" not in person.see()
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)
    assert session.plan == before


async def test_search_from_a_text_and_a_slash_in_a_text(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.answer("CAP-05")
        await person.to_field("note")
        await person.press("slash")
        assert (
            session.plan.answer("CAP-05").note.endswith("/")
            or "/" in session.plan.answer("CAP-05").note
        )
        await person.press("ctrl+f")
        assert isinstance(person.app.screen, SearchScreen)
        await person.press("escape")
        assert person.item == "CAP-05"


async def test_search_goes_through_what_was_found_and_finds_changes(session: Session) -> None:
    async with at(session) as person:
        session.set(FieldRef("CAP-05", NOTE), "Xylophone on Mondays")
        person.app.plan.keep(lambda one: one.set(FieldRef("INC-01", NOTE), "No xylophone"))
        await person.press("slash")
        person.sees("Questions, answers, notes, actions and the help are searched.")
        await person.press("down", "up", "enter")
        await person.type("xylofone")
        person.sees("2 places")
        await person.press("down", "enter")
        person.sees("1 of 10", "INC-01 ", "Enter answer n unanswered")
        await person.press("ctrl+f")
        assert isinstance(person.app.screen, SearchScreen)
        assert len(person.app.screen_stack) == 2
        await person.press("up", "enter")
        person.sees("5 of 10", "CAP-05 ", "Enter answer n unanswered")


async def test_enter_twice_on_what_was_found_answers_nothing(
    empty: Session,
) -> None:
    """The question's first field is a choice, and its first answer would be yes."""
    async with at(empty) as person:
        await person.press("slash")
        await person.type("SEL-01")
        await person.press("enter", "enter")
        person.sees("1 of 10", "SEL-01 ", "( ) 1 Yes")
    assert not empty.plan.answers


async def test_search_reaches_entries_and_the_help_and_says_when_there_is_nothing(
    session: Session,
) -> None:
    async with at(session) as person:
        await person.press("slash")
        await person.type("more hours for CD")
        person.sees("Action plan")
        await person.press("ctrl+u")
        await person.type("redo ctrl")
        person.sees("Help: Keys that work everywhere")
        await person.press("enter")
        assert isinstance(person.app.screen, HelpScreen)
        person.sees("Ctrl+Y redo")
        await person.press("escape", "ctrl+u")
        await person.type("qqqqqq")
        person.sees("Nothing like that is here.")
        await person.press("enter", "ctrl+u")
        await person.type("e")
        person.sees("the first 50 are listed")


# ------------------------------------------------------------------ palette


WITHIN_LISTS = {"move", "choose", "choose_or_go_on", "clear"}
"""What the arrows and Enter do within a list: no command of its own."""


@pytest.mark.parametrize("kind", every_screen(), ids=lambda kind: kind.__name__)
def test_every_action_of_a_screen_has_a_key_with_a_name(kind: type[Screen[object]]) -> None:
    named = {one.action.split("(")[0].removeprefix("app.") for one in commands_of(kind)}
    own = {
        name.removeprefix("action_")
        for cls in kind.__mro__
        if cls.__module__.startswith("readiness.")
        for name in vars(cls)
        if name.startswith("action_")
    }
    if kind is AreaVisit:
        own -= {"back"}  # Esc leads to the screen that led here
    assert not own - named - WITHIN_LISTS
    unnamed = [
        one
        for cls in kind.__mro__
        if cls.__module__.startswith("readiness.")
        for one in Binding.make_bindings(vars(cls).get("BINDINGS", ()))
        if not one.description
    ]
    assert not unnamed


@pytest.mark.walk
async def test_the_palette_holds_every_command_of_each_screen(session: Session) -> None:
    async with at(session) as person:
        app = person.app
        ways = {"map": [], "area": ["2"], "people": ["f6"], "search": ["slash"]}
        ways |= {name: [key] for name, key in zip("heacx", "heacx", strict=True)}
        for keys in ways.values():
            await person.press("f2", *keys)
            offered = list(app.get_system_commands(app.screen))
            titles = [one.title for one in offered]
            assert len(set(titles)) == len(titles), titles
            own = {one.action: one.description for one in commands_of(type(app.screen))}
            for one in commands_of(type(app)):
                own.setdefault(one.action, one.description)
            # An area's command has its number in its name, and that of no other is offered.
            assert not {w for one, w in own.items() if not area_number(one)} - set(titles)
        bound = {name.removeprefix("action_") for name in vars(app) if name.startswith("action_")}
        commands = {one.action.split("(")[0] for one in COMMANDS}
        assert bound - commands == {"command_palette", "change_theme"}  # as Textual calls them
        assert commands <= bound


async def test_what_needs_a_plan_is_not_offered_where_none_is_open(state: Path) -> None:
    async with at(None, state) as person:
        offered = {one.title for one in person.app.get_system_commands(person.app.screen)}
        assert {"New plan", "Help", "Take the tour"} <= offered
        assert not {"Document", "Map", "Hours needed and freed", "Make a Word file"} & offered
        await person.press("f1")
        said = help_here(person.app, None)
        assert "Ctrl+T" in said
        assert "Hours needed and freed" not in said


async def test_the_palette_leads_to_the_other_forms_of_the_document(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        commands = {one.title: one for one in person.app.get_system_commands(person.app.screen)}
        commands["Document: brief, agreements, reports after the start, paper forms"].callback()
        await person.settle()
        await person.press("tab", "enter")
        assert isinstance(person.app.screen, DocumentScreen)
        person.sees("Document in brief")


async def test_the_palette_names_the_areas(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        commands = {one.title: one for one in person.app.get_system_commands(person.app.screen)}
        assert commands["Area 2"].help == "Capacity: its questions. Key: 2"
        assert "Area 6" not in commands
        commands["Area 2"].callback()
        await person.settle()
        assert person.item.startswith("CAP")


async def test_a_template_with_a_sixth_area_needs_no_code(tmp_path: Path, state: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'format = 1\nid = "mine"\nextends = "five_areas"\nversion = "1"\nname = "Mine"\n'
        '[areas.law]\ntitle = "Law"\nabout = "What has to be allowed."\nwrong = ["No."]\n'
        'right = ["Yes."]\n[items.LAW-01]\narea = "law"\nshort = "Permit"\n'
        'question = "Is there a permit?"\nwhy = "Without it nobody may start."\n'
        'ready_when = "It is given."\nif_not = "Ask for it."\ndriver = "organisation"\n',
        "utf-8",
    )
    plan = tmp_path / "plan.toml"
    plan.write_text('format = 1\ntemplate = "mine.toml"\n', "utf-8")
    async with at(Session.open(plan, Library()), state, (120, 40)) as person:
        person.sees("The six areas", "1-6 open")
        commands = {one.title: one for one in person.app.get_system_commands(person.app.screen)}
        assert commands["Area 6"].help == "Law: its questions. Key: 6"
        await person.press("6")
        assert person.item == "LAW-01"


@pytest.mark.parametrize(
    ("key", "words"),
    [("ctrl+z", "Ctrl+Z"), ("f12", "F12"), ("plus", "+"), ("a", "a"), ("question_mark", "?")],
)
def test_keys_are_called_as_on_the_keyboard(key: str, words: str) -> None:
    assert key_words(key) == words


# ------------------------------------------------------------------ help


@pytest.mark.parametrize("kind", every_screen(), ids=lambda kind: kind.__name__)
def test_every_screen_has_its_part_of_the_help(kind: type[Screen[object]]) -> None:
    text = sections()[SECTIONS[kind.__name__]]
    assert len(text) > 40
    if not issubclass(kind, ModalScreen):
        shown = [one for one in bindings_of(kind) if one.key.isalpha()]
        whole = "\n".join(sections().values())
        for one in shown:
            assert key_words(one.key) in whole.split() or len(one.key) > 1, one


@pytest.mark.parametrize("code", ["en", "nb"])
def test_a_page_is_called_with_its_own_key_in_the_help(code: str) -> None:
    speak_in(code)
    headings = {key: _(SECTIONS[kind]) for key, _title, kind in CATALOGUE.values()}
    assert [one for key, one in headings.items() if not one.endswith(f" ({key})")] == []
    assert set(headings.values()) <= set(sections())


async def test_help_is_about_the_field_the_line_and_the_keys_there(session: Session) -> None:
    async with at(session) as person:
        words = await said(person)
        assert "next unanswered question" in words
        assert "F3, n Next unanswered question" in words
        words = await said(person, "2", "enter")
        assert "How many hours a week are formally freed" in words
        assert "Type a number: 4, 2,5 or 2.5." in words
        assert "Source: Egeland 2019" in words
        assert "F8, Ctrl+Down Next question" in words
        assert "F3 Next unanswered question" in words
        assert " n Next" not in words
        assert "Ctrl+F Search" in words
        words = await said(person, "f2", "x")
        assert words.startswith("! red CD needs 5.3 hours a week")
        assert "a Accept a flag" in words
        words = await said(person, "f2", "a", "enter")
        assert "Type as much as you like." in words
        words = await said(person, "f2", "h")
        assert "The picture: # needed and freed" in words


async def test_f1_shows_it_and_then_the_whole_and_leads_back(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.answer("CAP-01")
        await person.press("f1")
        assert person.sees("CAP-01 How many hours")
        await person.press("end")
        assert person.sees("Two people in one plan")
        await person.press("f1")
        assert person.item == "CAP-01"
        assert person.app.focused is person.question.text_box
        await person.press("f1", "t")
        assert isinstance(person.app.screen, TourCard)


async def test_help_without_a_plan_and_over_a_dialog(state: Path) -> None:
    async with at(None, state) as person:
        await person.press("f1")
        assert person.sees("n new plan", "n New plan")
        await person.press("escape", "n", "f1")
        assert person.sees("Five fields.")


# ------------------------------------------------------------------ worked example


async def test_the_worked_example_of_an_area_is_one_key_away_and_only_to_be_read(
    session: Session, state: Path
) -> None:
    before = session.plan
    async with at(session, state) as person:
        await person.press("down", "down", "w")
        assert person.sees("EXAMPLE, not your plan: Patient inclusion at a made-up service")
        await person.press("down", "1", "enter", "delete", "escape")
        assert isinstance(person.app.screen, MapScreen)
        await person.answer("CAP-09")
        await person.press("ctrl+o")
        assert isinstance(person.app.screen, ExampleScreen)
        assert person.sees("EXAMPLE", "CAP-09", "When will you check that the hours still hold?")
        await person.app.run_action("area_example")
        await person.settle()
        await person.press("escape")
        assert person.item == "CAP-09"
        await person.press("f2", "h")
        await person.app.run_action("area_example")
        await person.settle()
        assert person.sees("EXAMPLE, not your plan: Practitioner selection")
    assert session.plan == before


def test_the_example_is_read_whole() -> None:
    template, plan = worked_example(Library())
    assert template.id == plan.template
    assert plan.people
    assert len(plan.answers) > 30


async def test_an_area_of_other_checklists_has_no_example(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(session, state) as person:
        monkeypatch.setattr(Guide, "_at", lambda _self: ("other", ""))
        await person.press("w")
        assert "There is no worked example of this area." in person.told()


# ------------------------------------------------------------------ tour and first minutes


async def test_the_tour_goes_over_the_real_screens_there_and_back(
    session: Session, state: Path
) -> None:
    before = session.plan
    async with at(session, state) as person:
        await person.press("t")
        behind = [MapScreen, AreaScreen, AreaScreen]
        for number, stop in enumerate(STOPS):
            assert person.sees(f"Tour, {number + 1} of {len(STOPS)}: {stop.title}")
            if number < len(behind):
                assert isinstance(person.app.screen_stack[-2], behind[number])
            await person.press("right" if number % 2 else "enter")
        assert isinstance(person.app.screen, MapScreen)
        assert "calls the tour again" in person.told()
        await person.press("t", "backspace", "enter", "backspace")
        assert person.sees("Tour, 1 of")
        await person.press("enter", "enter", "enter", "escape")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("t")
        await person.click("Next (Enter)")
        await person.click("Back (Backspace)")
        await person.click("Leave the tour")
        assert isinstance(person.app.screen, MapScreen)
    assert session.plan == before


async def test_the_card_of_the_tour_covers_no_area_of_the_map_and_gives_its_room_back(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        page = person.see().splitlines()[:-2]
        await person.press("t")
        titles = [area.title for area in session.template.areas.values()][:4]
        assert person.sees("Tour, 1 of", *titles, "F1 help")
        await person.press("escape")
        assert person.see().splitlines()[:-2] == page
        assert "calls the tour again" in person.told()


async def test_the_first_start_says_what_happens_and_offers_the_tour_once(state: Path) -> None:
    async with at(None, state) as person:
        assert person.sees("one question at a time", "about 30 minutes", "about an hour")
        assert person.sees("our estimates", "New here? Press t")
        await person.press("t")
        assert person.sees("Tour, 1 of 6", "IMR at Riverside")
        await person.press("escape")
        assert isinstance(person.app.screen, StartScreen)
        assert person.app.plan.session is None
    async with at(None, state) as person:
        assert "New here?" not in person.see()
        assert person.sees("t Take the tour")


async def test_a_plan_opened_first_offers_it_in_the_bottom_line(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        assert person.sees("New here? t take the tour")
        await person.press("t", "escape")
        assert "New here?" not in person.see()


def test_what_was_met_is_remembered_and_never_in_the_way(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    assert memory.is_first("tour")
    assert not memory.is_first("tour")
    assert not Memory(tmp_path / "state").is_first("tour")
    (tmp_path / "file").write_text("")
    assert Memory(tmp_path / "file").is_first("tour")


async def test_enter_in_the_dialog_of_a_new_plan_begins_the_short_form_as_its_button_says(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at(None, state) as person:
        await person.press("n")
        assert person.sees("about 20 questions", "our estimates")
        await person.type("Ours")
        assert person.sees("Short form (Enter)", "Full form")
        await person.press(*["enter"] * 5)
        assert person.app.plan.session is not None
        assert person.app.plan.session.plan == Plan(
            plan="Ours",
            template="imr",
            template_version=person.app.plan.session.template.version,
            form="short",
        )
        assert person.sees("short form, no start date yet")
        await person.press("escape")
        assert person.sees("0 of 22 (short)")


async def test_a_low_window_lists_fewer_recent_plans(state: Path) -> None:
    from readiness.storage.memory import Recent

    memory = Memory(state)
    for number in range(6):
        path = state / f"{number}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
        day = plus_months(date(2026, 1, 1), number)
        memory.remember(Recent(path=path, plan=f"Plan {number}", when=day))
    for rows, count in ((24, 3), (40, 5)):
        async with at(None, state, (80, rows)) as person:
            assert person.see().count("Plan ") - person.see().count("New plan") >= count
            assert ("Plan 1 " in person.see()) == (count == 5)
            assert person.sees("Nothing is sent anywhere.")


async def test_letters_go_to_a_choice_and_not_to_the_program(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.answer("INC-01")
        assert person.app.focused is person.question.text_box
        await person.press("w", "t", "f")
        assert person.item == "INC-01"
        assert session.plan.form == "full"


async def test_the_offer_goes_and_the_keys_come_once_a_person_has_been_elsewhere(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("h", "escape")
        assert "New here?" not in person.see()
        assert person.sees("Ctrl+G screens")


async def test_the_bottom_line_names_more_keys_where_they_fit(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("a")
        assert "o owner" not in person.see()
        await person.pilot.resize_terminal(120, 40)
        await person.settle()
        assert person.sees("s state o owner b order Esc")
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert person.sees("2 gaps Esc")

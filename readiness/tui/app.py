"""The program: opens plans and moves between screens."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen

from readiness.core.plan import Plan
from readiness.files.memory import Memory, default_folder
from readiness.files.planfile import PlanFile
from readiness.files.problems import AlreadyThere, ReadinessError
from readiness.files.templates import Library, example_plan_text
from readiness.session import Session
from readiness.tui.plain import cleaned
from readiness.tui.screens import catalogue
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.dialogs import AskText, Choose, Details, NewPlan
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.people import PeopleScreen
from readiness.tui.screens.reading import Reading
from readiness.tui.screens.start import StartScreen
from readiness.tui.view import Target
from readiness.tui.widgets.question import Question

SMALLEST = (60, 20)


class ReadinessApp(catalogue.Going):
    """The terminal program."""

    TITLE = "readiness"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("f1", "help", "Help", priority=True),
        Binding("f2,m", "map", "Map"),
        Binding("f3,n", "unanswered", "Next unanswered question"),
        Binding("f4,f", "flag", "Next flag"),
        Binding("f5,p", "pdf", "Make the PDF"),
        Binding("f6", "people", "Practitioners"),
        Binding("f9", "save_now", "Save now"),
        Binding("f10", "details", "About this plan"),
        Binding("ctrl+z", "undo", "Undo", priority=True),
        Binding("ctrl+y", "redo", "Redo", priority=True),
        Binding("ctrl+q", "quit", "Quit", priority=True),
        *catalogue.BINDINGS,
    ]

    def __init__(
        self,
        session: Session | None,
        library: Library,
        memory: Memory,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Start with a plan or without one."""
        super().__init__(memory, today, now)
        self._first, self._library = session, library

    def on_mount(self) -> None:
        """Show the start screen, and the plan over it."""
        super().on_mount()
        self.push_screen(StartScreen())
        if self._first is not None:
            self._show(self._first)

    def on_resize(self, event: Resize) -> None:
        """Say so when the window is too small to use."""
        if event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]:
            words = f"This window is small. Please make it at least {SMALLEST[0]} by {SMALLEST[1]}."
            self.notify(words, severity="warning", timeout=4, markup=False)

    def _show(self, session: Session) -> None:
        while len(self.screen_stack) > 2:  # noqa: PLR2004 - the blank one and the start stay
            self.pop_screen()
        self.take(session)
        self.push_screen(MapScreen())
        if self._item in session.template.items:
            self.open_item(self._item)
        self._say_problems(session)

    def _say_problems(self, session: Session) -> None:
        errors = [problem.words() for problem in session.problems if problem.severity == "error"]
        if errors:
            head = "Not everything in the file was understood; it is kept as it is:"
            self.notify(
                cleaned("\n".join([head, *errors[:5]])),
                severity="warning",
                timeout=15,
                markup=False,
            )

    def open_path(self, path: Path) -> None:
        """Open a plan file; says what is wrong with one that cannot be read."""
        self.save()
        try:
            self._show(Session.open(path, self._library, self.today, self.now))
        except ReadinessError as error:
            self._wrong(str(error))

    def _wrong(self, words: str) -> None:
        self.notify(cleaned(words), severity="error", timeout=15, markup=False)

    def open_area(self, area: str) -> None:
        """Show an area at its first item that is not ready."""
        view = self.view
        if view is not None:
            keys = [key for key, _ in view.template.items_of(area)]
            unanswered = (key for key in keys if not view.review.items[key].answered)
            self.open_item(next(unanswered, keys[0]))

    @work
    async def open_item(self, item: str) -> None:
        """Show an item in its area."""
        area = self.open_session.template.items[item].area
        if isinstance(self.screen, AreaScreen):
            await self.screen.go(area, item)
            return
        while not isinstance(self.screen, MapScreen):
            await self.pop_screen()
        await self.push_screen(AreaScreen(area, item))

    def action_map(self) -> None:
        """Show the map."""
        if self.session is not None:
            self.at_item("")
            while not isinstance(self.screen, MapScreen):
                self.pop_screen()

    def action_close_plan(self) -> None:
        """Back to the start screen; the plan is saved."""
        if self.save():
            self.pop_screen()
            self.session = None

    def action_unanswered(self) -> None:
        """Go to the next item without an answer."""
        if self.session is not None:
            self._go(self.session.review.next_unanswered, "All are answered.")

    def action_flag(self) -> None:
        """Go to the next item with a flag."""
        if self.session is not None:
            self._go(self.session.review.next_flag, "There are no flags.")

    def _go(self, find: Callable[[str | None], str | None], none: str) -> None:
        at = self.screen.item if isinstance(self.screen, AreaScreen) else None
        found = find(at)
        if found is None:
            self.notify(none, timeout=3, markup=False)
        else:
            self.open_item(found)

    def action_people(self) -> None:
        """Show the practitioners."""
        if self.session is not None and not isinstance(self.screen, PeopleScreen):
            self.push_screen(PeopleScreen())

    def on_question_people(self, event: Question.People) -> None:
        """Show the practitioners."""
        event.stop()
        self.action_people()

    def action_help(self) -> None:
        """Show the help."""
        if not isinstance(self.screen, Reading):
            self.push_screen(Reading((files("readiness.tui") / "help.md").read_text("utf-8")))

    def ask_reason(self, target: Target) -> None:
        """Ask why an item does not apply; no answer is no obstacle."""

        def keep(reason: str | None) -> None:
            self.keep(lambda session: session.not_applicable(target.item, (reason or "").strip()))

        words = "Why does it not apply here? It is printed in the plan."
        self.push_screen(AskText("Not applicable", words), keep)

    def action_details(self) -> None:
        """Change the plan's particulars."""
        if self.session is None:
            return
        plan = self.session.plan
        said = {
            "plan": plan.plan,
            "service": plan.service,
            "start": str(plan.start or ""),
            "months": str(plan.months),
        }

        def keep(fields: dict[str, object] | None) -> None:
            if fields is not None:
                self.keep(lambda session: session.describe(**fields))

        self.push_screen(Details(said, self.today()), keep)

    def action_new(self) -> None:
        """Ask for the particulars of a new plan and open it."""

        def make(said: dict[str, object] | None) -> None:
            if said is not None:
                self._make(said)

        names = [listing.id for listing in self._library.listings()]
        self.push_screen(NewPlan("", self.today(), names), make)

    def _make(self, said: dict[str, object]) -> None:
        name = str(said["file"] or "plan.toml")
        path = Path(name if name.endswith(".toml") else f"{name}.toml").expanduser()
        try:
            template = self._library.load(str(said["template"] or "imr"))
            plan = Plan(template=template.id, template_version=template.version).described(
                plan=said["plan"], service=said["service"], start=said["start"]
            )
            file = PlanFile.create(path, plan, template)
        except ReadinessError as error:
            self._wrong(str(error))
        else:
            self._show(Session(file, self.today, self.now))

    def action_open_file(self) -> None:
        """Ask for a file and open it."""

        def open_it(name: str | None) -> None:
            if name and name.strip():
                self.open_path(Path(name.strip()).expanduser())

        self.push_screen(
            AskText("Open a plan", "The file's name, with its folder if needed"), open_it
        )

    def action_example(self) -> None:
        """Open a copy of the worked example."""
        path = Path(tempfile.mkdtemp(prefix="readiness-")) / "example.toml"
        path.write_text(example_plan_text(), "utf-8")
        self.open_path(path)

    def action_save_now(self) -> None:
        """Save; where that fails, offer the ways out."""
        if self.session is None or self.save():
            return

        def go(choice: str | None) -> None:
            if choice == "theirs":
                self.keep(lambda session: session.reload())
            elif choice == "copy":
                self._save_copy()

        ways = {"copy": "Save mine under another name", "theirs": "Open the file as it is on disk"}
        self.push_screen(Choose("The plan could not be saved", self._trouble, ways), go)

    def _save_copy(self) -> None:
        path = self.open_session.path
        for number in range(2, 100):
            try:
                self.open_session.save_as(path.with_name(f"{path.stem} {number}.toml"))
            except AlreadyThere:
                continue
            except ReadinessError as error:
                self._wrong(str(error))
            break
        if self.save():
            self.notify(cleaned(f"Saved as {self.open_session.path.name}"), markup=False)

    async def action_quit(self) -> None:
        """Save and end; asks only if saving failed."""
        if self.save():
            self.exit(0)
            return

        def go(choice: str | None) -> None:
            if choice == "quit":
                self.exit(0)
            elif choice == "copy":
                self._save_copy()

        ways = {"copy": "Save under another name", "quit": "Quit and lose the changes"}
        self.push_screen(Choose("The plan is not saved", self._trouble, ways), go)

    def action_pdf(self) -> None:
        """Make the PDF; asks before it replaces a file that readiness did not make."""
        if self.session is None:
            return
        from readiness.report.output import made_by_us

        target = self.session.path.with_suffix(".pdf")
        if target.exists() and not made_by_us(target):
            words = f"{target.name} is there already and was not made by readiness."

            def go(choice: str | None) -> None:
                if choice == "replace":
                    self._pdf(target)

            self.push_screen(Choose("Replace the file?", words, {"replace": "Replace it"}), go)
        else:
            self._pdf(target)

    @work(thread=True, exclusive=True, group="pdf")
    def _pdf(self, target: Path) -> None:
        from readiness.report.outline import outline
        from readiness.report.output import write_pdf
        from readiness.report.pdf import render

        session = self.open_session
        self.call_from_thread(self.notify, "Making the PDF ...", timeout=3, markup=False)
        try:
            document = outline(session.template, session.plan, session.review, self.today())
            write_pdf(target, render(document))
        except (ReadinessError, OSError) as error:
            self.call_from_thread(self._wrong, f"The PDF could not be written: {error}")
        else:
            self.call_from_thread(
                self.notify, cleaned(f"PDF made: {target}"), timeout=10, markup=False
            )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command in the palette."""
        yield from super().get_system_commands(screen)
        for binding in self.BINDINGS:
            if isinstance(binding, Binding):
                yield SystemCommand(
                    binding.description,
                    f"Key: {binding.key.split(',')[0]}",
                    lambda action=binding.action: self.run_worker(self.run_action(action)),
                )


def run_app(path: Path | None) -> int:
    """Run the program on a plan, or from the start screen. Raises UnreadablePlan."""
    library = Library()
    session = Session.open(path, library) if path is not None else None
    return ReadinessApp(session, library, Memory(default_folder())).run() or 0

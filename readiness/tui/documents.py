"""The document as a file, made in the background, with the way there and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from readiness.app.operations.documents import (
    AGREEMENT,
    BRIEF,
    Job,
    files_of,
    in_the_way,
    job_named,
    make_document,
    nothing_to_report,
    reports_of,
)
from readiness.app.operations.files import open_document
from readiness.describe.act import stopped_told
from readiness.i18n.language import _
from readiness.tui.commands import command_key, screen_of
from readiness.tui.keys import own_key
from readiness.tui.program import Program

if TYPE_CHECKING:
    from readiness.report.formats import Format
    from readiness.tui.screens.progress import ProgressDialog

_CHOICE = "document-"
"""Before the name of a choice: a day alone is no name of a button."""


class Documents:
    """Makes the document of the open plan, and opens it."""

    def __init__(self, app: Program) -> None:
        """Make it of the plan of this program."""
        self._app, self._plan, self._messages = app, app.plan, app.messages
        self._output: Path | None = None
        """The document that was made last."""

    @property
    def deeds(self) -> Mapping[str, Callable[..., None]]:
        """What does each command about a document."""
        return {
            "agreement": partial(self.show, AGREEMENT),
            "open_document": self.open_last,
            "other_documents": self.offer,
            "pdf": partial(self.make, "pdf"),
            "web": partial(self.make, "html"),
            "word": partial(self.make, "docx"),
        }

    def job(self, kind: Format, which: str = "", *, is_shared: bool = False) -> Job | None:
        """A document of the open plan by its name; None without one.

        One that cannot be made any more, such as of a review that was taken back, is told and is
        None as well.
        """
        session = self._plan.session
        if session is None:
            return None
        wanting = nothing_to_report(session, which)
        if wanting:
            self._messages.wrong(wanting)
            return None
        return job_named(session, kind, which, is_shared=is_shared)

    def offer(self) -> None:
        """Offer every document that can be made now, and show the one that is chosen."""
        from readiness.tui.screens.dialogs import Choose, ask

        session = self._plan.session
        if session is None or self._app.screen.is_modal:
            return
        found = {"": _("Strategy document"), BRIEF: _("The same in brief"), **reports_of(session)}
        choices = {f"{_CHOICE}{name}": title for name, title in found.items()}
        dialog = Choose(_("Which document?"), "", choices)
        ask(self._app, dialog, lambda choice: self.show(choice.removeprefix(_CHOICE)))

    def show(self, which: str) -> None:
        """Show a document by its name, from where it is made."""
        from readiness.tui.screens.document import DocumentScreen

        screen = self._app.screen
        if self._plan.session is None or screen.is_modal:
            return
        if isinstance(screen, DocumentScreen):
            screen.come_to(which)
        else:
            self._app.push_screen(DocumentScreen(which))

    def make(self, kind: Format, which: str = "", *, is_shared: bool = False) -> None:
        """Make a document beside the plan; asks before it replaces a file of someone else."""
        if self._plan.session is None or self._app.screen.is_modal:
            return
        self._plan.seen  # noqa: B018 - what was typed reaches the plan first
        job = self.job(kind, which, is_shared=is_shared)
        if job is None:
            return
        jobs = files_of(job)
        words = next(filter(None, (in_the_way(job.target, kind) for job in jobs)), "")
        if not words:
            self._start(jobs)
            return
        from readiness.tui.screens.dialogs import Choose, ask

        dialog = Choose(_("Replace the file?"), words, {"replace": _("Replace it")})
        ask(self._app, dialog, lambda _way: self._start(jobs))

    def _start(self, jobs: Sequence[Job]) -> None:
        from readiness.report.formats import NAMES
        from readiness.tui.screens.progress import ProgressDialog

        working = ProgressDialog(_("Making the {kind}").format(kind=_(NAMES[jobs[0].kind])))
        self._app.push_screen(working)
        self._app.run_worker(partial(self._work_on, jobs, working), thread=True, group="document")

    def _work_on(self, jobs: Sequence[Job], working: ProgressDialog) -> None:
        """Make them one after the other, as far as nothing stands in the way."""
        from readiness.tui.screens.progress import Stopped

        worker, said = get_current_worker(), list[str]()
        tell = working.told(lambda: worker.is_cancelled)
        for done, job in enumerate(jobs):
            try:
                effect = make_document(job, partial(_tell_share, tell, done, len(jobs)))
            except Stopped:
                self._say_end(working, "\n".join([*said, stopped_told()]), is_wrong=False)
                return
            said.append(effect.said)
            if not effect.is_done:
                self._say_end(working, "\n".join(said), is_wrong=True)
                return
        if not worker.is_cancelled:
            targets = [job.target.absolute() for job in jobs]
            self._app.call_from_thread(self._say_where, working, "\n".join(said), targets)

    def _say_where(self, working: ProgressDialog, said: str, targets: Sequence[Path]) -> None:
        """Say where the documents are, and offer to open the last of them."""
        from readiness.tui.screens.dialogs import ask
        from readiness.tui.screens.progress import DocumentNotice

        is_seen, self._output = self._app.screen is working, targets[-1]
        working.over()
        where = targets[-1] if len(targets) == 1 else targets[-1].parent
        words = "\n".join([said, str(where)])
        if self._app.is_web:
            words = "\n".join([words, _("Your browser downloads it as well.")])
            for target in targets:
                self._app.deliver_binary(target)
        if is_seen:
            notice = DocumentNotice(words, can_open=not self._app.is_web)
            ask(self._app, notice, lambda _is_wanted: self.open_last())
        else:
            how = (
                ""
                if self._app.is_web
                else _("{key} on the page Document ({page}) opens it.").format(
                    key=own_key(screen_of("document"), "open_document"),
                    page=command_key("page('document')"),
                )
            )
            self._messages.tell(f"{words}\n{how}".strip())

    def open_last(self) -> None:
        """Open the document that was made last with the system's program for it."""
        if self._app.is_web:
            self._messages.tell(_("In a browser the document comes as a download."))
        elif self._output is None:
            self._messages.tell(
                _(
                    "No document was made since the program was started. {key} makes the PDF."
                ).format(key=command_key("pdf"))
            )
        else:
            self._messages.tell(
                _("{name} is opened by its own program.").format(name=self._output.name)
            )
            self._app.run_worker(partial(self._open, self._output), thread=True, group="viewer")

    def _open(self, target: Path) -> None:
        trouble = open_document(target)
        if trouble and not get_current_worker().is_cancelled:
            self._app.call_from_thread(self._messages.wrong, trouble)

    def _say_end(self, working: ProgressDialog, words: str, *, is_wrong: bool) -> None:
        """Say how it ended, from the thread of the work."""

        def say() -> None:
            working.over()
            if is_wrong:
                self._messages.wrong(words)
            else:
                self._messages.tell(words)

        if not get_current_worker().is_cancelled:
            self._app.call_from_thread(say)


def _tell_share(tell: Callable[[float], object], done: int, count: int, share: float) -> None:
    """Tell how much of several files is done, from the share of the one that is being made."""
    tell((done + share) / count)

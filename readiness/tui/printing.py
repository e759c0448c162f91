"""The PDF, made in the background."""

from __future__ import annotations

from pathlib import Path

from textual import work

from readiness.core.wording.language import _
from readiness.files.problems import ReadinessError
from readiness.tui.walk import Walk


class Printing(Walk):
    """Makes the document of the open plan."""

    def action_pdf(self) -> None:
        """Make the PDF; asks before it replaces a file that readiness did not make."""
        if self.session is None:
            return
        from readiness.report.output import made_by_us

        target = self.session.path.with_suffix(".pdf")
        if not target.exists() or made_by_us(target):
            self._pdf(target)
            return
        from readiness.tui.screens.dialogs import Choose

        def go(choice: str | None) -> None:
            if choice == "replace":
                self._pdf(target)

        words = _("{name} is there already and was not made by readiness.").format(name=target.name)
        self.push_screen(Choose(_("Replace the file?"), words, {"replace": _("Replace it")}), go)

    @work(thread=True, exclusive=True, group="pdf")
    def _pdf(self, target: Path) -> None:
        session = self.open_session
        self.call_from_thread(self.tell, _("Making the PDF. You can go on working."))
        from readiness.report.outline import outline
        from readiness.report.output import write_document
        from readiness.report.pdf.render import render

        try:
            document = outline(session.template, session.plan, session.review, self.today())
            write_document(target, render(document))
        except ReadinessError as error:
            self.call_from_thread(
                self.wrong, _("The PDF could not be written. {error}").format(error=error)
            )
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            self.call_from_thread(
                self.wrong,
                _(
                    "The PDF could not be written to {target}: {why}. Is it open in another program?"
                ).format(target=target, why=why),
            )
        else:
            self.call_from_thread(self.tell, _("PDF made: {target}").format(target=target), 20)

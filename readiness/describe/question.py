"""What is told about a question: why it is asked, its source, what counts as ready, what to do."""

from __future__ import annotations

from readiness.describe.detail import Detail, told
from readiness.domain.checklist.template import Item, Template
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import cited_words
from readiness.i18n.language import N_, Words, _

DRIVERS = Words(
    {
        "competency": N_("competency"),
        "organisation": N_("organisation"),
        "leadership": N_("leadership"),
    }
)
"""What the implementation drivers are called."""


def reasons(item: Item, template: Template, flag: Flag | None) -> list[Detail]:
    """The reasons behind a question; what to do is left out where its flag says the same."""
    says_it = flag is not None and flag.action == item.if_not
    return told(
        [
            Detail(_("Why"), item.why),
            Detail(_("Source"), cited_words(item.sources, template), is_minor=True),
            Detail(_("Ready when"), item.ready_when),
            Detail(_("If not"), "" if says_it else item.if_not),
            Detail(_("Driver"), driver_words(item, template), is_minor=True),
        ]
    )


def help_words(item: Item) -> str:
    """How a question is answered; where nothing is said of it, who has to answer it."""
    if item.help or item.asked_of == "leader":
        return item.help
    if item.asked_of == "both":
        return _("Ask the leader and the practitioners, separately.")
    return _("The practitioners answer this one, not the leader.")


def driver_words(item: Item, template: Template) -> str:
    """The implementation driver that a question belongs to, and the theme of the study."""
    theme = template.themes.get(item.theme)
    if not theme:
        return DRIVERS[item.driver]
    return _("{driver}; theme of the study: {theme}").format(
        driver=DRIVERS[item.driver], theme=theme
    )

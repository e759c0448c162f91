"""What is told about a question: why it is asked, its source, what counts as ready, what to do.

And what was probably meant by a text that is no answer yet, and how it is taken.
"""

from __future__ import annotations

from readiness.describe.detail import Detail, with_text
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.fields import FormField
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


def no_example_told() -> str:
    """That the worked example was made of checklists that do not ask a question."""
    return _("There is no worked example of this question.")


def reasons(item: Item, template: Template, flag: Flag | None) -> list[Detail]:
    """The reasons behind a question; what to do is left out where its flag says the same."""
    says_it = flag is not None and flag.action == item.if_not
    return with_text(
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


FEW = 2
"""Days that are told again where they are offered; of more, only how many."""


def offer_words(field: FormField, found: InvalidValue) -> str:
    """What Enter takes, and what becomes of the rest; empty where nothing is offered."""
    if found.offer is None:
        return ""
    offer = kind_of(field.part).understood(field.part, found.offer)
    if isinstance(found.offer, tuple) and len(found.offer) > FEW:
        offer = _("these {n} days").format(n=len(found.offer))
    if not found.rest:
        return _("Enter takes {offer}").format(offer=offer)
    words = _('Enter takes {offer}, and "{rest}" as a note')
    if not field.ref.item:
        words = _('Enter takes {offer} without "{rest}"')
    return words.format(offer=offer, rest=found.rest)


def note_with(note: str, rest: str) -> str:
    """A question's note with what was typed beside an answer."""
    return f"{note.rstrip()}\n{rest}" if note.strip() and rest not in note else note or rest

"""The readiness profile: counts of answers for each area, with the flags above them."""

from __future__ import annotations

from readiness.describe.flag import acceptance_words, accepted_words, flag_name, flags_counted, sign
from readiness.describe.state import SIGNS, WORDS, counted
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import N_, _
from readiness.report.chart import Bar, Bars, Share
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, FlagBox, Heading, Paragraph, Words

WHO_ANSWERS = N_(
    "Some questions only the practitioners can answer (marked in the appendix). Where the leader "
    "filled them in alone, their answers are missing here, and a gap between both cannot show."
)


def profile_blocks(context: ReportContext) -> list[Block]:
    """Flags first, then how the answers are spread in each area."""
    flags = context.review.flags
    blocks: list[Block] = [Heading(1, _("Readiness profile"))]
    words = _("Flags: {flags}.") if flags else _("No flag is up.")
    blocks.append(Paragraph(words.format(flags=flags_counted(flags)), "strong"))
    blocks += [box for flag in flags if flag.severity == "red" for box in [flag_box(flag, context)]]
    if any(flag.severity == "amber" for flag in flags):
        blocks.append(Paragraph(_("The amber flags stand in the risk register."), "small"))
    blocks += [Heading(2, _("Counts of answers")), _figure(context), *_gap(context)]
    return blocks


def flag_box(flag: Flag, context: ReportContext) -> FlagBox:
    """A flag with why it matters; what raised it and what is done stand in the risk register."""
    before = acceptance_words(flag) if not flag.is_accepted else ""
    lines: list[tuple[str, Words]] = [
        (_("Why"), context.cited.cite(flag.why, flag.sources)),
        *((_("Limit"), words) for words in flag.defaults),
        *([(_("Before"), before)] if before else []),
    ]
    name = f"{flag_name(flag)[:1].upper()}{flag_name(flag)[1:]}"
    kept = accepted_words(flag) if flag.is_accepted else ""
    called = ", ".join(filter(None, (name, kept)))
    return FlagBox(sign(flag), called, flag.item, context.says(flag), tuple(lines))


def _figure(context: ReportContext) -> Figure:
    bars, said = [], []
    for key, area in context.review.areas.items():
        counts = dict(counted(area.items))
        shares = tuple(Share(WORDS[state], n, SIGNS[state]) for state, n in counts.items())
        title = context.template.areas[key].title
        bars.append(
            Bar(
                title,
                shares,
                words=_("{answered} of {asked} answered").format(
                    answered=area.answered, asked=area.asked
                ),
            )
        )
        each = ", ".join(f"{n} {WORDS[state]}" for state, n in counts.items())
        said.append(f"{title}: {each}")
    alt = _("Questions of each area by state. ") + "; ".join(said) + "."
    return Figure(_("Questions by state, in each area"), alt, Bars(tuple(bars), _("questions")))


def _gap(context: ReportContext) -> list[Block]:
    """What leader and practitioners say about the same thing, and what cannot be seen."""
    leader, staff = (context.answer("GOAL-05").parts.get(who) for who in ("leader", "staff"))
    blocks: list[Block] = []
    if leader and staff and leader != staff and not context.is_shared:
        words = _(
            "On whether the leader knows the practice, the leader says {leader} and the "
        ).format(leader=context.given("GOAL-05", "leader").lower())
        blocks.append(
            Paragraph(
                _("{words}practitioners say {staff}: something to talk about.").format(
                    words=words, staff=context.given("GOAL-05", "staff").lower()
                )
            )
        )
    return [*blocks, Paragraph(_(WHO_ANSWERS), "small")]

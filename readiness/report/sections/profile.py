"""The readiness profile: counts of answers for each area, with the flags above them."""

from __future__ import annotations

from readiness.core.judged.flags import Flag
from readiness.core.judged.review import word_of
from readiness.report.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Figure,
    FlagBox,
    Heading,
    Paragraph,
    Share,
    Words,
)
from readiness.report.matter import Matter

ORDER = {
    "red flag": "!",
    "amber flag": "^",
    "open": "o",
    "unanswered": ".",
    "partly": "~",
    "ready": "+",
    "not applicable": "-",
    "not asked": "_",
}
"""The states of a question, worst first, with their signs."""

WHO_ANSWERS = (
    "Some questions only the practitioners can answer (marked in the appendix). Where the leader "
    "filled them in alone, their answers are missing here, and a gap between both cannot show."
)


def profile_blocks(matter: Matter) -> list[Block]:
    """Flags first, then how the answers are spread in each area."""
    flags = matter.review.flags
    blocks: list[Block] = [Heading(1, "Readiness profile")]
    red = sum(flag.severity == "red" for flag in flags)
    words = f"{red} red and {len(flags) - red} amber flags are up." if flags else "No flag is up."
    blocks.append(Paragraph(words, "strong"))
    blocks += [box for flag in flags if flag.severity == "red" for box in [flag_box(flag, matter)]]
    amber = [flag for flag in flags if flag.severity == "amber"]
    if amber:
        said = tuple(f"^ {matter.says(flag)} ({flag.item}{_mark(flag)})" for flag in amber)
        blocks += [Heading(2, "Amber flags"), Bullets(said)]
    blocks += [Heading(2, "Counts of answers"), _figure(matter), *_gap(matter)]
    return blocks


def flag_box(flag: Flag, matter: Matter) -> FlagBox:
    """A flag with its numbers, why it matters, its sources and what to do."""
    because = "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)
    lines: list[tuple[str, Words]] = []
    if because and not matter.is_shared:
        lines.append(("Because", because))
    lines += [
        ("Why", matter.cited.cite(flag.why, flag.sources)),
        *(("Limit", words) for words in flag.defaults),
        ("To do", flag.action),
        *_accepted(flag),
    ]
    return FlagBox(
        "!" if flag.severity == "red" else "^",
        _word(flag),
        flag.item,
        matter.says(flag),
        tuple(lines),
    )


def _mark(flag: Flag) -> str:
    return ", accepted" if flag.is_accepted else ""


def _word(flag: Flag) -> str:
    colour = "Red flag" if flag.severity == "red" else "Amber flag"
    return f"{colour}, accepted" if flag.is_accepted else colour


def _accepted(flag: Flag) -> list[tuple[str, Words]]:
    one = flag.acceptance
    if one is None:
        return []
    if one.still_holds:
        return [("Accepted", f"by {one.by}: {one.reason}")]
    return [("Before", f"{one.by} accepted it when it said: {one.says}")]


def _figure(matter: Matter) -> Figure:
    bars, said = [], []
    for key, area in matter.review.areas.items():
        counts = dict.fromkeys(ORDER, 0)
        for item, _ in matter.template.items_of(key):
            counts[word_of(matter.review.items[item])] += 1
        shares = tuple(Share(word, n, ORDER[word]) for word, n in counts.items() if n)
        title = matter.template.areas[key].title
        bars.append(Bar(title, shares, words=f"{area.answered} of {area.asked} answered"))
        said.append(f"{title}: " + ", ".join(f"{n} {word}" for word, n in counts.items() if n))
    alt = "Questions of each area by state. " + "; ".join(said) + "."
    return Figure("Questions by state, in each area", alt, Bars(tuple(bars), "questions"))


def _gap(matter: Matter) -> list[Block]:
    """What leader and practitioners say about the same thing, and what cannot be seen."""
    leader, staff = (matter.answer("GOAL-05").parts.get(who) for who in ("leader", "staff"))
    blocks: list[Block] = []
    if leader and staff and leader != staff and not matter.is_shared:
        words = f"On whether the leader knows the practice, the leader says {leader} and the "
        blocks.append(Paragraph(f"{words}practitioners say {staff}: something to talk about."))
    return [*blocks, Paragraph(WHO_ANSWERS, "small")]

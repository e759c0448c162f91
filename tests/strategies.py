"""Random plans: everything a file could say that fits a template."""

from datetime import date
from unicodedata import normalize

from hypothesis import settings
from hypothesis import strategies as st

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.options import Offered, YesNo
from readiness.domain.kinds.value import NO, NOT_SURE, STANDING_WORDS, Value
from readiness.domain.plan.entry_table import EntryTable
from readiness.domain.plan.plan import Answer, Person, Plan
from readiness.domain.plan.records import people_parts
from readiness.domain.plan.tables import TABLES


def examples(share: float) -> settings:
    """So many times the examples of the profile: fewer where each takes long."""
    return settings(max_examples=max(3, round(settings().max_examples * share)))


DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))
TEXTS = (
    st.text(
        st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs"]),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: normalize("NFC", text))
    .filter(lambda text: text.strip().lower() not in ("", "no", "none", *STANDING_WORDS))
)
NAMES = st.text("ABCDEFGHIJKL", min_size=2, max_size=3)


def values(part: Part) -> st.SearchStrategy[Value]:
    """Anything that fits a field."""
    number = st.integers(int(part.low or 0), int(part.high or 60))
    kinds: dict[str, st.SearchStrategy[Value]] = {
        "ynp": st.sampled_from(YesNo().words(part)),
        "choice": st.sampled_from(Offered().words(part) or ("yes",)),
        "number": number,
        "date": DAYS,
        "text": TEXTS,
        "dates": st.lists(DAYS, min_size=1, max_size=12, unique=True).map(
            lambda days: tuple(sorted(days))
        ),
        "names": st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple),
        "choices": st.sets(st.sampled_from(list(part.options) or ["x"]), min_size=1).map(
            lambda chosen: tuple(word for word in part.options if word in chosen)
        ),
    }
    return st.one_of(kinds[part.kind], st.sampled_from([NO, NOT_SURE]))


def _some(parts: dict[str, Part]) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({}, optional={name: values(part) for name, part in parts.items()})


def answers(item: Item) -> st.SearchStrategy[Answer]:
    """Anything that may be said about an item."""
    rows = st.dictionaries(st.sampled_from("12345"), _some(dict(item.row_parts)), max_size=3)
    said = st.builds(
        Answer,
        parts=_some(dict(item.parts)),
        rows=rows if item.row_parts else st.just({}),
        note=st.one_of(st.just(""), TEXTS),
    )
    words = STANDING_WORDS if "value" not in item.parts else (NO, NOT_SURE, "not applicable")
    as_a_whole = st.builds(
        lambda word, reason: Answer(parts={"value": word}, reason=reason),
        st.sampled_from(words),
        st.one_of(st.just(""), TEXTS),
    ).map(lambda answer: answer if answer.word == "not applicable" else Answer(parts=answer.parts))
    return st.one_of(said, said, as_a_whole).filter(lambda answer: not answer.is_empty)


def entries(table: EntryTable, template: Template) -> st.SearchStrategy[dict[str, object]]:
    """Entries of one of the plan's own tables, some of them about items of the template."""
    fields = {name: values(part) for name, part in table.parts.items()}
    if "item" in fields:
        fields["item"] = st.sampled_from([*template.items, "XYZ"])
    keys = {
        "number": ["1", "2", "7"],
        "word": ["SEL-03R", "CAP-01R", "MON-06R"],
        "day": ["2027-07-12", "2028-01-10"],
        "month": ["2027-02", "2027-07"],
    }[table.key]
    one = st.fixed_dictionaries({}, optional=fields)
    return st.dictionaries(st.sampled_from(keys), one, max_size=2)


_plans: dict[int, tuple[Template, st.SearchStrategy[Plan]]] = {}


def plans(template: Template) -> st.SearchStrategy[Plan]:
    """Plans that a file of this template could hold; put together once for all who draw them."""
    if id(template) not in _plans:
        _plans[id(template)] = template, _plans_of(template)
    return _plans[id(template)][1]


def _plans_of(template: Template) -> st.SearchStrategy[Plan]:
    person_parts = people_parts(template)
    people = st.dictionaries(
        NAMES,
        st.builds(Person, role=st.sampled_from(["", "nurse"]), parts=_some(person_parts)),
        max_size=4,
    )
    given = st.fixed_dictionaries(
        {}, optional={key: answers(item) for key, item in template.items.items()}
    )
    tables = {name: entries(table, template) for name, table in TABLES.items()}
    return st.builds(
        Plan,
        **tables,
        calendar=st.dictionaries(st.sampled_from(["decision", "re-check-3"]), DAYS, max_size=2),
        plan=TEXTS,
        service=TEXTS,
        template=st.just(template.id),
        template_version=st.just(template.version),
        form=st.sampled_from(["full", "short"]),
        start=st.one_of(st.none(), DAYS),
        months=st.integers(1, 60),
        people=people,
        answers=given,
    )

"""Search finds what a person means, whatever the order, the accents and a slip of the finger."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.describe.search import MOST, Hit, folded, found, indexed, is_nearly, snippet
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from tests.domain.made import imr, team

TEMPLATE = imr()


def plan() -> Plan:
    made = team("AB", "CD").noting("CAP-07", "Krisen går først, også på Ås sjukehus")
    made = made.noting("SEL-01", "Kjære alle: øving på fredag")
    made = made.answering_row("MON-01", "1", "by", "IMRK-rådgiver")
    made = made.answering("CAP-05", "value", "partly").not_applicable("INC-10", "No council here")
    made = made.entering("actions", "1", {"name": "Vakter", "actor": "Åse"})
    made = made.entering("accepted", "CAP-01R", {"reason": "Until Whitsun", "by": "TL"})
    return made.entering("closures", "1", {"from": date(2027, 7, 1), "what": "Fellesferie"})


def places(words: str) -> list[tuple[str, str]]:
    return [(hit.item, hit.kind) for hit in found(plan(), TEMPLATE, words)]


@pytest.mark.parametrize(
    "words",
    ["krisen går", "GÅR krisen", "gar krisen", "gaar krisen", "krsien", "krisne gar", "sjukehsu"],
)
def test_order_capitals_accents_and_slips_do_not_matter(words: str) -> None:
    assert places(words) == [("CAP-07", "note")]


@pytest.mark.parametrize("words", ["øving", "oving", "oeving", "ØVING fredag", "kjaere", "kjære"])
def test_norwegian_letters_are_found_however_they_are_typed(words: str) -> None:
    assert ("SEL-01", "note") in places(words)


def test_two_slips_are_forgiven_in_a_long_word_only() -> None:
    assert any(item == "CAP-06" for item, _kind in places("supevrison"))
    assert is_nearly("supervison", "supervision")
    assert is_nearly("uspervision", "supervision")
    assert is_nearly("superv", "supervision")
    assert not is_nearly("xxpervision", "supervision")
    assert not is_nearly("cta", "cat")
    assert not is_nearly("supervision", "super")
    assert not is_nearly("fidelity", "fixtures")


def test_what_is_typed_exactly_is_never_mixed_with_what_is_nearly_it() -> None:
    texts = [hit.text for hit in found(plan(), TEMPLATE, "fidelity")]
    assert texts
    assert all("fidelity" in text.casefold() for text in texts)


def test_an_id_is_found_with_and_without_its_hyphen() -> None:
    for words in ("CAP-05", "cap05", "cap 05"):
        assert found(plan(), TEMPLATE, words)[0].item == "CAP-05"


@pytest.mark.no_cover
@pytest.mark.parametrize("key", [*TEMPLATE.items])
def test_the_question_that_is_named_comes_before_those_that_mention_it(key: str) -> None:
    mentions = plan().noting("SEL-01", " ".join(TEMPLATE.items))
    area, number = key.split("-")
    for words in (key, key.lower(), f"{area}{number}", f"{area} {number}", f" {key}. "):
        assert found(mentions, TEMPLATE, words)[0].ref == FieldRef(item=key)


def test_each_kind_of_place_leads_to_its_field() -> None:
    def ref(words: str, kind: str) -> FieldRef:
        return next(hit.ref for hit in found(plan(), TEMPLATE, words) if hit.kind == kind)

    assert ref("kjære", "note") == FieldRef(item="SEL-01", part="note")
    assert ref("AB hours", "answer") == FieldRef(item="CAP-01", part="hours_freed", person="AB")
    assert ref("rådgiver", "answer") == FieldRef(item="MON-01", part="by", row="1")
    assert ref("council here", "answer") == FieldRef(item="INC-10", part="value")
    assert ref("åse", "entry") == FieldRef(table="actions", entry="1", part="actor")
    assert ref("fellesferie", "entry") == FieldRef(table="closures", entry="1", part="what")
    assert ref("whitsun", "entry") == FieldRef(item="CAP-01")
    assert ref("written criteria patients", "question").item == "INC-01"
    assert ref("one service nobody criteria", "help").item == "INC-01"


def test_an_entry_of_a_flag_that_is_no_more_still_has_its_place() -> None:
    old = plan().entering("accepted", "OLD-99R", {"reason": "Quaint"})
    (hit,) = found(old, TEMPLATE, "quaint")
    assert hit.ref == FieldRef(table="accepted", entry="OLD-99R", part="reason")


def test_an_unknown_field_of_an_entry_is_passed_over() -> None:
    assert not found(plan().entering("actions", "1", {"odd": "zygote"}), TEMPLATE, "zygote")


def test_nothing_is_found_for_nothing() -> None:
    assert found(plan(), TEMPLATE, " ") == []
    assert indexed(plan(), TEMPLATE).found("...") == []
    assert found(plan(), TEMPLATE, "qqqqqqqq wwwwwwww") == []


def test_other_texts_can_be_searched_along_and_whole_words_come_first() -> None:
    other = Hit("", "help", "zebras zebra", FieldRef(table="help", entry="Keys"))
    part = Hit("", "help", "zebrafish", FieldRef(table="help", entry="Fish"))
    hits = indexed(plan(), TEMPLATE, iter([part, other])).found("zebra")
    assert hits == [other, part]


def test_a_huge_plan_gives_no_endless_list() -> None:
    huge = plan()
    for number in range(MOST + 50):
        huge = huge.entering("actions", str(number), {"name": f"Meeting {number}"})
    assert len(found(huge, TEMPLATE, "meeting")) == MOST


def test_a_snippet_shows_the_words_within_a_long_text() -> None:
    text = "a b c d e f g Supervision on Fridays " + "and more " * 50
    for words in ("fridays supervision", "supervsion"):
        said = snippet(text, words, 60)
        assert said.startswith("... d e f g Supervision")
        assert "Supervision" in said
        assert said.endswith(" ...")
        assert len(said) <= 60
    assert snippet("short", "nothing", 60) == "short"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_and_any_text_can_be_searched(text: str) -> None:
    assert folded(text) == " ".join(folded(text).split())
    found(Plan(), TEMPLATE, text)

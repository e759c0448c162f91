"""Looking a template over: every fault with its line, all of them in one go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from readiness.domain.capacity.capacity import NUMBERS
from readiness.domain.checklist.rater import ROLES
from readiness.domain.checklist.template import LIMITS, Template
from readiness.domain.kinds.kind import excerpt
from readiness.domain.kinds.registry import kind_named
from readiness.domain.kinds.value import STANDING_WORDS, key_of
from readiness.domain.plan.inputs import INPUTS
from readiness.domain.plan.plan import RESERVED
from readiness.domain.rules.fact_names import FACT_WORDS
from readiness.domain.schedule.actions import SOURCES_OF_FIELDS
from readiness.i18n.language import _
from readiness.i18n.words import YES_OR_NO, places
from readiness.storage.condition_check import ConditionCheck, parts_of, table_in, unknown
from readiness.storage.layers import merged
from readiness.storage.model_faults import validation_problems
from readiness.storage.number_check import number_faults, scale_faults
from readiness.storage.placeholders import SENTENCES, amounts_in, spoken_for
from readiness.storage.problems import MOST_PROBLEMS, Fault, KeyPath, Problem, Refused, Said
from readiness.storage.table_reader import TemplateProblems
from readiness.storage.template_bounds import (
    LONGEST_SHORT,
    faults_of_numbers,
    faults_of_size,
    faults_of_texts,
)
from readiness.storage.template_numbers import lacking
from readiness.storage.template_text import cited, printed_sources
from readiness.storage.template_words import template_of_words, texts_in, words_files
from readiness.storage.templates import Library, shipped_folder
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import bounded, parsed
from readiness.storage.toml_lines import repeated_headers, without_repeated
from readiness.storage.words_check import check_words

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_\-]*")


def check_template(library: Library, name: str) -> list[Problem]:
    """Every fault of a template, in the order of its lines; none means that it can be used.

    Its words in other languages are looked over too. Or look over one file of such words.
    """
    path = library.path_of(name) or Path(name)
    of_words = template_of_words(path)
    if of_words is not None:
        return check_words(path, *of_words)
    try:
        text = decoded(read_bytes(path), path.name)
        bounded(text, path.name)
        repeated = repeated_headers(text)
        raw = parsed(without_repeated(text, [line for _header, line in repeated]), path.name)
        layers = library.layers(path, raw)
        others = [merged(layers[:-1]), *library.wholes()]
        whole = merged(layers)
    except Refused as refused:
        return [refused.problem]
    check = _Check(path.name, text, whole)
    for header, line in repeated:
        why = _("the table {name} stands here a second time").format(name=".".join(header))
        check.add(header, why, _("give it another id"), line=line)
    check.everything()
    check.add_all(number_faults(whole, others))
    check.id_of_another(library, path)
    check.uncited(table_in(layers[-1].raw, "references"))
    found = sorted(check.found, key=lambda problem: problem.line or 0)
    for beside, code in words_files(path):
        found += check_words(beside, path, code)
    return found


class _Check(TemplateProblems):
    """Collects the faults of one template's tables."""

    def __init__(self, file: str, text: str, raw: dict[str, Any]) -> None:
        super().__init__(file, text, MOST_PROBLEMS)
        self._raw, self._conditions = raw, ConditionCheck(raw)

    def add_each(self, path: KeyPath, said: Iterable[Said]) -> None:
        for why, todo in said:
            self.add(path, why, todo)

    def add_all(self, faults: Iterable[Fault]) -> None:
        for path, (why, todo) in faults:
            self.add(path, why, todo)

    def everything(self) -> None:
        sizes = list(islice(faults_of_size(self._raw), MOST_PROBLEMS))
        self.add_all(sizes)
        if sizes:
            return
        self.add_all(faults_of_numbers(self._raw))
        self._raw = spoken_for(self._raw)
        self.add_all(faults_of_texts(self._raw))
        self._holds_together()

    def _holds_together(self) -> None:
        try:
            Template.model_validate(self._raw)
        except ValidationError as error:
            self.found += validation_problems(error, self)[:MOST_PROBLEMS]
        self._particulars()
        owners: dict[str, str] = {}
        for key, item in table_in(self._raw, "items").items():
            if isinstance(item, Mapping):
                self._item(key, item, owners)
                self._rater(("items", key, "rater"), table_in(item, "rater"), item)
        for key, topic in table_in(self._raw, "topics").items():
            against = topic.get("against") if isinstance(topic, Mapping) else None
            for one in against if isinstance(against, list) else []:
                known = table_in(self._raw, "items")
                self.add_each(("topics", key, "against"), unknown(one, known, _("Question")))

    def _rater(self, at: KeyPath, rater: Mapping[str, Any], item: Mapping[str, Any]) -> None:
        roles = rater.get("roles")
        for role in roles if isinstance(roles, list) else []:
            self.add_each((*at, "roles"), unknown(role, ROLES, _("Role")))
        known = table_in(item, "parts")
        self.add_each((*at, "part"), unknown(rater.get("part") or None, known, _("field")))

    def id_of_another(self, library: Library, path: Path) -> None:
        """A copy whose id is still that of the template it was copied from."""
        name = self._raw.get("id")
        shipped = shipped_folder() / str(name) / "template.toml"
        known = (shipped, library.path_of(str(name)) or shipped)
        if any(one.is_file() and one.resolve() != path.resolve() for one in known):
            why = _("this is still the id of another template, {name}").format(name=excerpt(name))
            todo = _("give it an id of its own: a plan that names {name} may mean the other one")
            self.add(("id",), why, todo.format(name=excerpt(name)), is_remark=True)

    def uncited(self, references: Mapping[str, Any]) -> None:
        """Its own references that nothing names, or only places whose sources are not printed."""
        named, printed = cited(self._raw), {*printed_sources(self._raw), *SOURCES_OF_FIELDS}
        for key in references:
            at = ("references", key)
            if key not in named and key not in SOURCES_OF_FIELDS:
                todo = _("name it in sources, or take it out")
                self.add(at, _("nothing names this reference"), todo, is_remark=True)
            elif key not in printed:
                why = _("this reference is named only where sources are not printed")
                todo = _("name it at a question, or at a number that has a value")
                self.add(at, why, todo, is_remark=True)

    def _particulars(self) -> None:
        name, practice = self._raw.get("id"), table_in(self._raw, "practice")
        if isinstance(name, str) and not _PLAIN.fullmatch(name):
            todo = _("use letters, digits, - and _, such as my_practice")
            self.add(("id",), _("the id is not a plain name"), todo)
        numbers = table_in(practice, "numbers")
        known = amounts_in(self._raw)
        missing = [one for one in (*NUMBERS, *LIMITS) if _lacks(known.get(one))]
        if missing:
            self.add(("practice", "numbers"), *lacking(missing))
        self._cited(("practice",), practice)
        self._amounts(("practice", "numbers"), numbers)
        self._amounts(("thresholds",), table_in(self._raw, "thresholds"))
        after = table_in(table_in(self._raw, "follow_up"), "numbers")
        self._amounts(("follow_up", "numbers"), after)
        for key, rule in table_in(table_in(self._raw, "follow_up"), "rules").items():
            self._cited(("follow_up", "rules", key), rule)
        for key, scale in table_in(self._raw, "fidelity").items():
            self._cited(("fidelity", key), scale)
            self.add_all(scale_faults(key, scale, table_in(self._raw, "thresholds")))
        used = {one.get("area") for one in self._tables("items")}
        for key, area in table_in(self._raw, "areas").items():
            self._cited(("areas", key), area)
            if key not in used:
                self.add(("areas", key), _("no item belongs to this area"), _("give it one"))

    def _tables(self, name: str) -> list[Mapping[str, Any]]:
        return [one for one in table_in(self._raw, name).values() if isinstance(one, Mapping)]

    def _amounts(self, at: KeyPath, amounts: Mapping[str, Any]) -> None:
        for name, one in amounts.items():
            self._cited((*at, name), one)
            if isinstance(one, Mapping):
                self.add_each((*at, name, "value"), _amount(one.get("value"), one.get("unit")))
                numbers = table_in(table_in(self._raw, "practice"), "numbers")
                follows = unknown(one.get("follows") or None, numbers, _("number"))
                self.add_each((*at, name, "follows"), follows)

    def _cited(self, keys: KeyPath, table: object) -> None:
        sources = table.get("sources") if isinstance(table, Mapping) else None
        for source in sources if isinstance(sources, list) else []:
            known = table_in(self._raw, "references")
            self.add_each((*keys, "sources"), unknown(source, known, _("Source")))

    def _item(self, key: str, item: Mapping[str, Any], owners: dict[str, str]) -> None:
        at = ("items", key)
        self._cited(at, item)
        for name, tables, what in (
            ("area", "areas", _("Area")),
            ("theme", "themes", _("theme")),
        ):
            known = table_in(self._raw, tables)
            self.add_each((*at, name), unknown(item.get(name) or None, known, what))
        if len(str(item.get("short", ""))) > LONGEST_SHORT:
            todo = _("use {n} characters").format(n=LONGEST_SHORT)
            self.add((*at, "short"), _("the short name is too long"), todo)
        fields = list(parts_of(item))
        if not fields:
            todo = _('add one, such as parts.value = { kind = "ynp" }')
            self.add(at, _("the item has no field"), todo)
        for table, name, part in fields:
            self._part((*at, table, name), name, part)
            if table == "person_parts" and owners.setdefault(name, key) != key:
                why = _("the item {item} asks practitioners for {name} too")
                why = why.format(item=owners[name], name=name)
                self.add((*at, table, name), why, _("give the field another name"))
        for name in ("ready", "partly"):
            self.add_each((*at, name), self._conditions.faults(item.get(name), key))
        self._numbered(at, item)
        rules = item.get("rules")
        for number, rule in enumerate(rules if isinstance(rules, list) else []):
            if isinstance(rule, Mapping):
                self._rule((*at, "rules", str(number)), key, rule)

    def _numbered(self, at: KeyPath, item: Mapping[str, Any]) -> None:
        """The names in the texts of an item, but for sentences: no plan answers for those."""
        for keys, text in texts_in({"items": {at[1]: item}}):
            if keys[-1] not in SENTENCES and isinstance(text, str):
                for name in places(text):
                    self.add_each(keys, unknown(name, self._conditions.numbers, _("number")))

    def _part(self, at: KeyPath, name: str, part: Mapping[str, Any]) -> None:
        if name in RESERVED:
            why = _("{name} is the name of something else").format(name=name)
            self.add(at, why, _("give the field another name"))
        self.add_each((*at, "feeds"), unknown(part.get("feeds") or None, INPUTS, _("input")))
        self.add_each((*at, "fact"), unknown(part.get("fact") or None, FACT_WORDS, _("fact")))
        options = table_in(part, "options")
        kind = kind_named(part.get("kind"))
        if kind.is_offered and not kind.is_yes_no and not options:
            todo = _('add options = { one = "One", two = "Two" }')
            self.add(at, _("a choice needs options"), todo)
        read = Counter(key_of(word) for word in (*options, *STANDING_WORDS))
        for word in options:
            if read[key_of(word)] > 1:
                why = _('the answer "{word}" is there already').format(word=word)
                self.add((*at, "options", word), why, _("use another word"))
        low, high = part.get("low"), part.get("high")
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            why = _("the least number is above the largest")
            self.add((*at, "low"), why, _("swap them"))

    def _rule(self, at: KeyPath, key: str, rule: Mapping[str, Any]) -> None:
        self._cited(at, rule)
        self.add_each((*at, "when"), self._conditions.faults(rule.get("when"), key))
        own = (
            name for _table, name, _part in parts_of(table_in(table_in(self._raw, "items"), key))
        )
        known = [*FACT_WORDS, *self._conditions.numbers, *own, "who"]
        for key_of_text in ("says", "says_past"):
            for name in places(str(rule.get(key_of_text, ""))):
                self.add_each((*at, key_of_text), unknown(name, known, _("name for a sentence")))


def _lacks(one: object) -> bool:
    return not isinstance(one, Mapping) or one.get("value") is None


def _amount(value: object, unit: object) -> list[Said]:
    """What is wrong with a number of the practice or a threshold."""
    if isinstance(value, list) and not value:
        return [(_("the list is empty"), _("write at least one number"))]
    many = value if isinstance(value, list) else [value]
    numbers = [one for one in many if isinstance(one, int | float)]
    if unit == YES_OR_NO and any(one not in (0, 1) for one in numbers):
        return [(_("a number for yes or no is neither 1 nor 0"), _("write 1 for yes, 0 for no"))]
    return []

"""Whether a regular expression can take more than one try for each character of a text.

A pattern is made into an automaton whose states are the places at which it takes a character. Two
ways to read one word from a place back to itself cost more than any power of the text's length; a
word that leads from a place to itself, on to another and there to itself costs its square. Nothing
is timed.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

SAMPLES = tuple("aAzZ_059 \t\n\r-+.,;:/'\"()[]{}<>@#%!é漢٣Ø\u2028\u0301")
"""Letters of every kind that patterns tell apart, besides those that stand in one."""

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

COPIES = 3
"""Copies that stand for a repetition with an end, which costs a fixed number of tries."""


@dataclass
class Machine:
    """An automaton: what each place takes, and the ways on that take nothing."""

    takes: dict[int, Any] = field(default_factory=dict)
    ways: dict[int, list[int]] = field(default_factory=dict)
    guarded: set[int] = field(default_factory=set)
    """Nodes at which a match may still fail without a character: an end, a look ahead."""
    letters: set[str] = field(default_factory=lambda: set(SAMPLES))

    def node(self) -> int:
        number = len(self.ways)
        self.ways[number] = []
        return number

    def build(self, tree: Any, start: int) -> int:
        """Add a part of a pattern after a node; returns the node behind it."""
        for kind, given in tree:
            start = self._add(kind, given, start)
        return start

    def _add(self, kind: Any, given: Any, start: int) -> int:
        # One that keeps what it took tries no more than one that gives it back.
        if kind in REPEATS:
            return self._repeat(*given, start)
        if kind is op.SUBPATTERN:
            return self.build(given[3], start)
        if kind is op.BRANCH:
            end = self.node()
            for branch in given[1]:
                begin = self.node()
                self.ways[start].append(begin)
                self.ways[self.build(branch, begin)].append(end)
            return end
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
            behind = self.node()
            self.ways[start].append(behind)
            if given != op.AT_BEGINNING:
                self.guarded.add(behind)
            return behind
        assert kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY, op.GROUPREF), kind
        behind = self.node()
        self.takes[start] = (kind, given, behind)
        self.letters.update(_named(kind, given))
        return behind

    def _repeat(self, least: int, most: Any, tree: Any, start: int) -> int:
        is_endless = most is op.MAXREPEAT
        required = min(int(least), COPIES - 1)
        for _ in range(required):
            start = self.build(tree, self._after(start))
        if is_endless:
            begin, end, again = self.node(), self.node(), self.node()
            # Coming in and going round are two ways, as they are two tries.
            self.ways[start] += [begin, end]
            self.ways[self.build(tree, begin)].append(again)
            self.ways[again] += [begin, end]
            return end
        end = self.node()
        self.ways[start].append(end)
        for _ in range(min(int(most), COPIES) - required):
            start = self.build(tree, self._after(start))
            self.ways[start].append(end)
        return end

    def line_end(self, behind: int) -> int:
        """A place that takes the end of a line."""
        place = self.node()
        self.takes[place] = (op.LITERAL, ord("\n"), behind)
        return place

    def _after(self, start: int) -> int:
        behind = self.node()
        self.ways[start].append(behind)
        return behind

    def places(self, node: int) -> Counter[int]:
        """The places that can take the next character, each with the number of ways to it."""
        found: Counter[int] = Counter()
        paths = [(node, frozenset({node}))]
        while paths:
            at, seen = paths.pop()
            if at in self.takes or not self.ways[at]:
                found[at] += 1
            paths += [(one, seen | {one}) for one in self.ways[at] if one not in seen]
        return found


def _named(kind: Any, given: Any) -> Iterator[str]:
    if kind in (op.LITERAL, op.NOT_LITERAL):
        yield chr(given)
    elif kind is op.IN:
        for inner, value in given:
            if inner is op.RANGE:
                yield from map(chr, (value[0], value[1]))
            elif inner is op.LITERAL:
                yield chr(value)


CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _fits(kind: Any, given: Any, letter: str) -> bool:
    """Whether a place takes a letter; in either case, which only makes the check stricter."""
    if kind in (op.ANY, op.GROUPREF):
        return True
    if kind is op.NOT_LITERAL:
        return letter != chr(given)
    if kind is op.LITERAL:
        return letter.casefold() == chr(given).casefold()
    is_not, fits = False, False
    for inner, value in given:
        if inner is op.NEGATE:
            is_not = True
        elif inner is op.RANGE:
            fits |= any(value[0] <= ord(c) <= value[1] for c in {letter, letter.swapcase()[:1]})
        elif inner is op.CATEGORY:
            fits |= bool(re.fullmatch(CATEGORIES[value], letter))
        else:
            fits |= _fits(inner, value, letter)
    return fits != is_not


def fault(pattern: str | bytes, flags: int = 0, *, searched: bool, whole: bool) -> str:
    """What is wrong with a pattern; empty where nothing is.

    `searched` where it may begin anywhere in the text, `whole` where it has to end with the text.
    """
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    tree = _parser.parse(text, flags & ~re.UNICODE)
    if not searched and _keeps_all(tree):
        return ""
    starts_lines = bool(tree) and tree[0] == (op.AT, op.AT_BEGINNING)
    searched = searched and (not starts_lines or bool(flags & re.MULTILINE))
    machine = Machine()
    first = machine.node()
    if searched:
        loop = machine.node()
        machine.takes[first] = (op.ANY, None, loop)
        machine.ways[loop] = [first]
    begin = machine.node()
    if searched:
        machine.ways[loop].append(machine.line_end(begin) if starts_lines else begin)
    end = machine.build(tree, begin)
    return _fault(machine, begin, end, whole=whole) or _inner_fault(tree)


def _keeps_all(tree: Any) -> bool:
    """Whether each endless repetition keeps what it took, and holds no other.

    From one start, such a pattern tries each of its branches once: nothing is given back.
    """
    for kind, given in tree:
        if kind in REPEATS and given[1] is op.MAXREPEAT:
            if kind is not op.POSSESSIVE_REPEAT or _has_endless(given[2]):
                return False
        elif not all(map(_keeps_all, _inside(kind, given))):
            return False
    return True


def _has_endless(tree: Any) -> bool:
    return any(
        (kind in REPEATS and given[1] is op.MAXREPEAT)
        or any(map(_has_endless, _inside(kind, given)))
        for kind, given in tree
    )


def _inside(kind: Any, given: Any) -> list[Any]:
    """The parts of a pattern that a part of it holds."""
    if kind is op.BRANCH:
        return list(given[1])
    if kind in REPEATS:
        return [given[2]]
    if kind is op.SUBPATTERN:
        return [given[3]]
    return [given[1]] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _inner_fault(tree: Any) -> str:
    """The same for what a pattern looks at ahead or behind without taking it."""
    for kind, given in tree:
        parts = {op.ASSERT: [given], op.ASSERT_NOT: [given]}.get(kind, [])
        for _direction, inner in parts:
            machine = Machine()
            start = machine.node()
            found = _fault(machine, start, machine.build(inner, start), whole=False)
            if found:
                return found
    return ""


def _fault(machine: Machine, begin: int, end: int, *, whole: bool) -> str:
    moves: dict[int, Counter[int]] = {
        place: machine.places(behind) for place, (_k, _g, behind) in machine.takes.items()
    }
    free = set() if whole else {one for one in moves if _is_free(machine, moves[one], end)}
    risky = _before_a_match(machine, begin, moves, free)
    reach = {one: _reach(one, moves) for one in moves}
    for one, ways in moves.items():
        if any(count > 1 and one in reach.get(to, ()) for to, count in ways.items()):
            return "a repetition in a repetition reads one text in many ways"
    fits = {
        one: frozenset(c for c in machine.letters if _fits(kind, given, c))
        for one, (kind, given, _behind) in machine.takes.items()
    }
    loops = [one for one in moves if one in reach[one]]
    for one, other in itertools.product(loops, loops):
        if (
            one != other
            and other in risky
            and other in reach[one]
            and _is_square(one, other, moves, fits)
        ):
            mutual = one in reach[other]
            return f"two repetitions can take the same letters{', each in the other' * mutual}"
    return ""


def _before_a_match(
    machine: Machine, begin: int, moves: dict[int, Counter[int]], free: set[int]
) -> set[int]:
    """The places that are come to while no match is found yet: behind one, no try is in vain."""
    found: set[int] = set()
    wanted = [one for one in machine.places(begin) if one in moves]
    while wanted:
        at = wanted.pop()
        if at not in free and at not in found:
            found.add(at)
            wanted += [one for one in moves[at] if one in moves]
    return found


def _is_free(machine: Machine, following: Counter[int], end: int) -> bool:
    """Whether a match is found as soon as this place has taken a letter."""
    return end in following and end not in machine.guarded


def _reach(start: int, moves: dict[int, Counter[int]]) -> set[int]:
    found: set[int] = set()
    wanted = [start]
    while wanted:
        for to in moves.get(wanted.pop(), ()):
            if to not in found:
                found.add(to)
                wanted.append(to)
    return found


def _is_square(
    one: int, other: int, moves: dict[int, Counter[int]], fits: dict[int, frozenset[str]]
) -> bool:
    """Whether one word leads from one to itself, on to the other, and there to itself."""
    begin, goal = (one, one, other), (one, other, other)
    found, wanted = {begin}, [begin]
    while wanted:
        at = wanted.pop()
        if not fits[at[0]] & fits[at[1]] & fits[at[2]]:
            continue
        for to in itertools.product(*(moves[place] for place in at)):
            if to == goal:
                return True
            if to not in found and all(place in moves for place in to):
                found.add(to)
                wanted.append(to)
    return False

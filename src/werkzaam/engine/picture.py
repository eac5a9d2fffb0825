# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set as a picture: boxes from what is given on the left to what is asked on the right, as SVG text.

The same rule set always gives the same text, so that a change of the law shows in the diff of its picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise
from textwrap import shorten, wrap

from werkzaam.engine.graph import RuleSet
from werkzaam.engine.layout import Layout
from werkzaam.engine.rule import Level

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN, HEAD = 200, 58, 76, 16, 24, 84
LINE_GAP = 10
"""Room that a passing line takes in a column."""
LETTERS = 22
"""Most letters on a line of a box."""
BACK = 'stroke="#8a3ffc" stroke-width="1.4" stroke-dasharray="5 4"'
COLOURS: dict[Level | None, tuple[str, str]] = {
    Level.HUISHOUDEN: ("#dbe9fb", "#1d4f91"),
    Level.PERSOON: ("#dff3e3", "#1e6b34"),
    Level.BAAN: ("#fdebd3", "#97530b"),
    None: ("#ececf0", "#55555f"),
}
"""Fill and line per level; the last is for parameters."""
_WORDS = {
    "nl": {"param": "parameters", "input": "gegeven", "back": "vorige maand", "asked": "gevraagd", "refused": "weigering",
           "desc": "{rules} regels, {inputs} gegevens, {groups} parametergroepen, {edges} lijnen, {back} van vorige maand."},
    "en": {"param": "parameters", "input": "given", "back": "last month", "asked": "asked for", "refused": "refusal",
           "desc": "{rules} rules, {inputs} inputs, {groups} parameter groups, {edges} lines, {back} from last month."},
}  # fmt: skip
_LEVELS = {"nl": ("huishouden", "persoon", "baan"), "en": ("household", "person", "job")}


def picture(rules: RuleSet, lang: str, title: str) -> str:
    """The graph of a rule set as one SVG document; dashed lines look back one month."""
    drawn = _Drawing(rules, lang)
    width, height = drawn.size
    body = "\n".join([*drawn.legend(), *drawn.lines(), *drawn.boxes()])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="title desc" font-family="Segoe UI, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(drawn.summary())}</desc>\n'
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 1 L7 4 L0 7 z" fill="#6b7280"/></marker></defs>\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n'
        f'<text x="{MARGIN}" y="36" font-size="20" font-weight="600" fill="#1f2328">{escape(title)}</text>\n{body}\n</svg>\n'
    )


@dataclass(frozen=True)
class Box:
    """What one box says: a title, a second line, its level (None for parameters) and its border."""

    title: str
    under: str
    level: Level | None
    border: str


@dataclass(frozen=True)
class _Drawing:
    rules: RuleSet
    lang: str

    def _word(self, key: str) -> str:
        return _WORDS[self.lang][key]

    # -- what is drawn -----------------------------------------------------------------------------

    @cached_property
    def nodes(self) -> dict[str, Box]:
        """Boxes by name: inputs, groups of parameters (named `groep.`), rules."""
        found = {name: Box(name, f"{_LEVELS[self.lang][one.level]} · {self._word('input')}", one.level, "input")
                 for name, one in self.rules.inputs.items()}  # fmt: skip
        groups: dict[str, list[str]] = {}
        for name in self.rules.parameters:
            group, _, member = name.rpartition(".")
            groups.setdefault(f"{group}.", []).append(member)
        for group in groups:
            found[group] = Box(group.rstrip("."), self._word("param"), None, "input")
        for name, (rule, *_) in self.rules.rules.items():
            border = "refused" if rule.refuses else "asked" if name in self.rules.targets else "plain"
            found[name] = Box(rule.say(self.lang).title, f"{_LEVELS[self.lang][rule.level]} · {rule.law}", rule.level, border)
        return found

    @cached_property
    def edges(self) -> tuple[tuple[str, str], ...]:
        """From what is read to the rule that reads it in the same month."""
        found = [(other, name) for name in self.rules.rules for other in self.rules.needs(name)]
        found += [(f"{parameter.rpartition('.')[0]}.", name)
                  for name, some in self.rules.rules.items() for rule in some for parameter in rule.parameters]  # fmt: skip
        return tuple(dict.fromkeys(found))

    @cached_property
    def back(self) -> tuple[tuple[str, str], ...]:
        """From what is looked back at to the rule that looks back."""
        return tuple((other, name) for name in self.rules.rules for other in self.rules.needs(name, looking_back=True))

    @cached_property
    def layout(self) -> Layout:
        """Where everything stands: what is given first, then the rules in their order."""
        given = [name for name in self.nodes if name not in self.rules.rules]
        return Layout([*given, *self.rules.order], self.edges, frozenset(given), HEIGHT + GAP_Y, LINE_GAP)

    def _x(self, name: str) -> int:
        return MARGIN + self.layout.column[name] * (WIDTH + GAP_X)

    @property
    def size(self) -> tuple[int, int]:
        bottom = max(self._y[n] for n in self.nodes) + HEIGHT // 2
        return MARGIN * 2 + len(self.layout.columns) * (WIDTH + GAP_X) - GAP_X, bottom + MARGIN + 40

    @cached_property
    def _y(self) -> dict[str, int]:
        """The vertical middle of every box and waypoint."""
        return {name: y + HEAD + HEIGHT // 2 for name, y in self.layout.middle.items()}

    # -- drawing -----------------------------------------------------------------------------------

    def summary(self) -> str:
        """What the picture shows, for whoever cannot see it."""
        groups = sum(box.level is None for box in self.nodes.values())
        return self._word("desc").format(rules=len(self.rules.rules), inputs=len(self.rules.inputs), groups=groups,
                                         edges=len(self.edges) + len(self.back), back=len(self.back))  # fmt: skip

    def lines(self) -> Iterator[str]:
        """Lines of this month from box to box, then dashed arcs of last month under the boxes."""
        for (_, to), path in self.layout.paths.items():
            points = [
                (MARGIN + (self.layout.column[path[0]] + n) * (WIDTH + GAP_X), self._y[name]) for n, name in enumerate(path)
            ]
            x, y = points[0]
            text = f"M{x + WIDTH} {y}"
            for (x, y), (right, down) in pairwise(points):
                half = x + WIDTH + GAP_X // 2
                text += f" C{half} {y} {half} {down} {right} {down}" + ("" if right == self._x(to) else f" H{right + WIDTH}")
            yield f'<path d="{text}" fill="none" stroke="#9aa1ac" stroke-width="1.2" marker-end="url(#tip)"/>'
        for a, b in self.back:
            yield f'<path d="{self._arc(a, b)}" fill="none" {BACK} marker-end="url(#tip)"/>'

    def _arc(self, a: str, b: str) -> str:
        low_a, low_b = self._y[a] + HEIGHT // 2, self._y[b] + HEIGHT // 2
        if a == b:
            x = self._x(a) + WIDTH - 44
            return f"M{x} {low_a} C{x} {low_a + 26} {x + 28} {low_a + 26} {x + 28} {low_a}"
        x_a, x_b = self._x(a) + WIDTH // 2, self._x(b) + WIDTH // 2
        depth = 28 + abs(x_a - x_b) // 12
        return f"M{x_a} {low_a} C{x_a} {low_a + depth} {x_b} {low_b + depth} {x_b} {low_b}"

    def boxes(self) -> Iterator[str]:
        """Every box with its title in at most two lines; the whole title and the name for whoever points at it."""
        for name, box in self.nodes.items():
            x, y = self._x(name), self._y[name] - HEIGHT // 2
            key = name.rstrip(".")
            yield f'<g id="{escape(name)}"><title>{escape(f"{box.title} ({key})")}</title>'
            yield _frame(x, y, WIDTH, HEIGHT, box.level, box.border)
            first, *more = wrap(box.title, LETTERS)
            lines = [first, more[0] + ("…" if len(more) > 1 else "")] if more else [first]
            top = y + (20 if more else 26)
            for number, line in enumerate(lines):
                yield _text(x + 12, top + number * 15, line, size=13, weight=600)
            yield _text(x + 12, top + len(lines) * 15 + 1, shorten(box.under, LETTERS + 13, placeholder="…"), size=11) + "</g>"

    def legend(self) -> Iterator[str]:
        """What the colours and lines mean, in one row under the title."""
        words = dict(zip(Level, _LEVELS[self.lang], strict=True))
        entries: list[tuple[str, Level | None, str]] = [(words[level], level, "plain") for level in Level]
        entries += [
            (self._word(key), None, border) for key, border in (("param", "plain"), ("asked", "asked"), ("refused", "refused"))
        ]
        x = MARGIN
        for text, level, border in entries:
            yield _frame(x, 50, 22, 14, level, border) + _text(x + 28, 61, text, size=12)
            x += 46 + 7 * len(text)
        yield f'<path d="M{x} 57 H{x + 30}" {BACK}/>' + _text(x + 36, 61, self._word("back"), size=12)


def _text(x: int, y: int, text: str, *, size: int, weight: int = 400) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="#1f2328">{escape(text)}</text>'


def _frame(x: int, y: int, width: int, height: int, level: Level | None, border: str) -> str:
    """A rounded box in the colours of a level; thick where it is asked for, dashed where it refuses."""
    fill, line = COLOURS[level]
    style = {"asked": 'stroke-width="3"', "refused": 'stroke-width="2" stroke-dasharray="3 3"'}.get(border, 'stroke-width="1.2"')
    stroke = "#b42318" if border == "refused" else line
    return (f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{min(9, height // 3)}" fill="{fill}" '
            f'stroke="{stroke}" {style}/>')  # fmt: skip

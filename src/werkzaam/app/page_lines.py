# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One line of a month's page: an amount with its words, its formula, its law and where its numbers come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from werkzaam.app.case import Case
from werkzaam.app.origin import Origin, latest, origins
from werkzaam.app.sentence import because, formula, sentence
from werkzaam.app.texts.page import WORDS
from werkzaam.core.law import LawRef
from werkzaam.core.months import NAMES, Month
from werkzaam.engine.explain import Key, MonthSteps, Step
from werkzaam.engine.formula import Cents
from werkzaam.engine.rule import ALWAYS, Level, Rule
from werkzaam.engine.text import show
from werkzaam.rules.book import RuleBook

MINUS, EQUALS, PLUS = "−", "=", "+"
BESIDE = "·"
"""Before an amount that is no step of the sum it stands in."""
KEPT = 8_192
"""How many steps a process keeps in words; each is about 1 kB."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a person sees of one step or one wage; `amount` is in cents, `shown` is the same (or a word) as text."""

    name: str
    whose: Key
    title: str
    amount: int | None
    sign: str
    shown: str
    formula: str
    because: str
    sentence: str
    law: str
    law_url: str
    version: str
    sources: tuple[str, ...]
    assumed: bool
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineMaker:
    """Makes the lines of one month of a case in one language."""

    case: Case
    book: RuleBook
    steps: MonthSteps
    lang: str

    @property
    def month(self) -> Month:
        return self.steps.month

    def word(self, key: str, **filled: object) -> str:
        return WORDS[self.lang][key].format(**filled)

    def step(self, name: str, key: Key = ()) -> Step:
        return self.steps.steps[name, key]

    def value(self, name: str, key: Key = ()) -> int:
        return self.steps.value(name, key)

    def of(self, name: str, key: Key = (), sign: str = "", *, title: str = "", details: Sequence[str] = ()) -> Line:
        """The line of one step."""
        step = self.step(name, key)
        told = _told(step._replace(key=()), self.book, self.month, self.lang)
        sign, shown = _signed(sign, told.shown)
        return Line(
            name=name, whose=key, title=title or self._titled(step.rule, key), sign=sign,
            amount=step.value if step.rule.kind is Cents else None, shown=shown, formula=told.formula, because=told.because,
            sentence=told.sentence, law=told.law, law_url=step.rule.law.url, version=told.version, sources=told.sources,
            assumed=told.assumed, details=tuple(details),
        )  # fmt: skip

    def given(self, level: Level, key: Key = ()) -> Mapping[str, int]:
        """The inputs of the month, as the rules read them."""
        return self.case.month(self.month).records[level][key]

    def named(self, title: str, key: Key) -> str:
        """A title with whose it is, where there are two."""
        return self._with_name(title, key)

    def about_job(self, word: str, key: Key) -> str:
        """A title about a job, with the person where there are two."""
        return self._with_name(self.word(word, job=key[1]), key)

    def listed(self, texts: Sequence[str]) -> str:
        """Texts as one list: `a, b en c`."""
        *most, last = texts or [""]
        return f"{', '.join(most)} {self.word('and')} {last}" if most else last

    def reported(self, name: str, key: Key, title: str, cents: int, said: str, law: LawRef, sign: str = "",
                 details: Sequence[str] = ()) -> Line:  # fmt: skip
        """A line about something that was reported, and not computed by a rule."""
        amount = show(cents, Cents, None, self.lang)
        sign, shown = _signed(sign, amount)
        return Line(name, key, title, cents, sign, shown, f"= {amount}", "", said, law.text(self.lang), law.url,
                    self.word("every_version"), (), False, tuple(details))  # fmt: skip

    def _titled(self, rule: Rule, key: Key) -> str:
        title = rule.say(self.lang).title
        return self._with_name(f"{title}: {key[1]}" if len(key) > 1 else title, key)

    def _with_name(self, title: str, key: Key) -> str:
        return self.word("of", title=title, whose=key[0]) if key and len(self.case.members) > 1 else title

    def day(self, day: date) -> str:
        return f"{day.day} {NAMES[self.lang][day.month - 1]} {day.year}"

    def days(self, first: date, last: date) -> str:
        if first == last:
            return self.day(first)
        start = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else self.day(first)
        return self.word("from_to", first=start, last=self.day(last))


def _signed(sign: str, shown: str) -> tuple[str, str]:
    """To add an amount below zero is to take it off; beside a sign of the sum stands no second one."""
    return (MINUS, shown.removeprefix(MINUS)) if sign == PLUS and shown.startswith(MINUS) else (sign, shown)


@dataclass(frozen=True, slots=True)
class _Told:
    """A step in words, whoever it is about."""

    shown: str
    formula: str
    because: str
    sentence: str
    law: str
    version: str
    sources: tuple[str, ...]
    assumed: bool


@lru_cache(maxsize=KEPT)
def _told(step: Step, book: RuleBook, month: Month, lang: str) -> _Told:
    """The words of a step without its key; the same numbers give the same words, and of many households most are the same."""
    rule, found = step.rule, origins(step, book, month, lang)
    return _Told(
        show(step.value, rule.kind, rule.options, lang), formula(step, lang), because(step, lang), sentence(step, lang),
        rule.law.text(lang), _version(rule, found, lang), tuple(dict.fromkeys(one.source for one in found if one.source)),
        any(one.assumed for one in found),
    )  # fmt: skip


def _version(rule: Rule, found: Sequence[Origin], lang: str) -> str:
    """Since when this version of the rule holds, and since when its amounts do."""
    words, amounts = WORDS[lang], latest(iter(found))
    since = None if rule.span.first == ALWAYS.first else rule.span.first
    told = [words["rule_since"].format(month=since.name(lang))] if since else []
    if amounts is not None:
        told.append(words["amounts_since"].format(month=amounts.name(lang)))
    return ", ".join(told) or words["every_version"]

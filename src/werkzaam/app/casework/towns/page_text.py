# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison as plain text: aspect by aspect, the same invitations, what it takes, and household by household."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.towns.aspects import GUIDANCE, MONEY, Answer, answers
from werkzaam.app.casework.towns.behaviour import Follows
from werkzaam.app.casework.towns.compare import Line, Town, TownsCompared, month_of
from werkzaam.app.casework.towns.demand import Price
from werkzaam.app.casework.towns.guided import ACTIVITY, INSTRUMENT, STEP, code_words
from werkzaam.app.casework.towns.money import MONTHS_ON_BENEFIT, Kept, NoResult
from werkzaam.app.text_layout import decimal, euro, grid, heading, paragraph, percent
from werkzaam.app.texts.casework_compare import WORDS
from werkzaam.casework.ladder_run import MEASURE, LadderRun
from werkzaam.core.money import format_euro
from werkzaam.engine.text import label
from werkzaam.experiment.words import whole_text
from werkzaam.regime.guidance import Step


def towns_text(done: TownsCompared, lang: str) -> str:
    """All of the comparison."""
    write = Writer(done, lang)
    lines = [*heading(write.word("title")), *paragraph(write.word("intro"))]
    for section in (write.names(), write.guidance(), write.ladders(), write.demand(), write.money(), write.households()):
        told = list(section)
        lines += ["", *told] if told else []
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Writer:
    """Writes the parts of one comparison in one language."""

    done: TownsCompared
    lang: str

    def word(self, key: str, **filled: object) -> str:
        return WORDS[self.lang][key].format(**filled)

    def numbered(self) -> list[tuple[int, Town]]:
        return list(enumerate(self.done.towns, 1))

    def names(self) -> Iterator[str]:
        """Each regime with its number, and what a name was taken to mean."""
        yield self.word("names_head").upper()
        for number, town in self.numbered():
            yield from paragraph(f"[{number}] {' '.join(self._named(town))}", hanging="    ")

    def _named(self, town: Town) -> Iterator[str]:
        one, regime = town.named, town.named.regime
        yield f"{one.id}: {regime.name_nl if self.lang == 'nl' else regime.name_en} ({regime.municipality})."
        if one.instead_of:
            yield self.word("instead_of", asked=one.asked, id=one.id, others=", ".join(one.instead_of))
        if regime.kind == "deel":
            yield self.word("part")
        if regime.land != "NL":
            yield self.word("country")
        yield self.word("no_guidance") if one.guidance is None else self.word("source", source=one.guidance.source)

    def guidance(self) -> Iterator[str]:
        """Aspect by aspect, a line per regime; an aspect about which nothing is stated of any of them is told in one line."""
        yield self.word("guidance_head").upper()
        yield from self._aspects(tuple(GUIDANCE))

    def money(self) -> Iterator[str]:
        yield self.word("money_head", month=month_of(self.done.asked).name(self.lang)).upper()
        yield from self._aspects(tuple(MONEY))

    def _aspects(self, codes: tuple[str, ...]) -> Iterator[str]:
        found = [answers(town.named, month_of(self.done.asked), self.lang) for town in self.done.towns]
        for code in codes:
            told = [each[code] for each in found]
            if len(set(told)) == 1:
                yield from paragraph(f"{self.word(code)}: {self._answer(told[0])}", hanging="    ")
                continue
            yield f"{self.word(code)}:"
            yield from self._alike(dict(enumerate(told, 1)))

    def _alike(self, told: Mapping[int, Answer]) -> Iterator[str]:
        """A line per answer, with the numbers of all regimes that have it."""
        whose: dict[Answer, list[int]] = {}
        for number, answer in told.items():
            whose.setdefault(answer, []).append(number)
        for answer, numbers in whose.items():
            yield from paragraph(f"{' '.join(f'[{each}]' for each in numbers)} {self._answer(answer)}", "  ", "    ")

    def _answer(self, answer: Answer) -> str:
        return self.word("not_stated") if answer is None else answer

    def ladders(self) -> Iterator[str]:
        """The same absence through each ladder, in whole people where they are whole."""
        behaviour = self.done.asked.behaviour
        called_off = self.word("called_off", share=percent(behaviour.called_off, self.lang)) if behaviour.called_off else ""
        yield self.word("ladder_head").upper()
        yield from paragraph(self.word("ladder_intro", invited=self._number(Fraction(behaviour.invited)),
                                       absent=percent(behaviour.absent, self.lang), called_off=called_off))  # fmt: skip
        for number, town in self.numbered():
            yield f"[{number}] {town.named.id}"
            if town.demand.run is None:
                yield f"    {self.word('not_stated')}"
            else:
                yield from self._ladder(town.demand.run)

    def _ladder(self, run: LadderRun) -> Iterator[str]:
        for one in run.rounds:
            key = "round_absent" if one.absent else "round"
            said = self.word(key, step=self._step(one.step), people=self._number(one.people), absent=self._number(one.absent))
            yield from paragraph(f"- {said}", "    ", "  ")
        yield from paragraph(self.word("ladder_end", measures=self._number(run.measures), visits=self._number(run.visits),
                                       left=self._number(run.unanswered)), "    ")  # fmt: skip

    def _step(self, step: Step) -> str:
        return code_words(STEP, step.action, self.lang)

    def _number(self, number: Fraction) -> str:
        return whole_text(int(number), self.lang) if number.denominator == 1 else decimal(number, self.lang)

    def demand(self) -> Iterator[str]:
        """Positions, talks and costs; a price that nobody gave is not filled in."""
        asked = self.done.asked
        yield self.word("demand_head", clients=self._number(Fraction(asked.clients))).upper()
        yield from paragraph(self.word("demand_note"))
        for number, town in self.numbered():
            yield f"[{number}] {town.named.id}"
            for name, said in self._demand(town):
                yield from paragraph(f"- {name}: {said}", "    ", "  ")

    def _demand(self, town: Town) -> Iterator[tuple[str, str]]:
        demand = town.demand
        least, most = demand.positions_least, demand.positions_most
        yield self.word("positions"), self._span(*(None if one is None else self._number(one) for one in (least, most)))
        yield (
            self.word("cost_positions"),
            self._span(*(None if one is None else self._price(one) for one in demand.cost_positions)),
        )
        yield self.word("talks"), self._answer(None if demand.talks is None else self._number(Fraction(demand.talks)))
        yield self.word("cost_talks"), self._price(demand.cost_talks)
        invited = self._number(Fraction(self.done.asked.behaviour.invited))
        yield self.word("cost_invitations", invited=invited), self._price(demand.cost_invitations)

    def _span(self, low: str | None, high: str | None) -> str:
        """At least so much where only the largest caseload is stated, and so on."""
        if low is None and high is None:
            return self.word("not_stated")
        if low == high:
            return str(low)
        return self.word("at_least" if high is None else "at_most" if low is None else "between", low=low, high=high)

    def _price(self, price: Price) -> str:
        if price is None:
            return self.word("not_stated")
        return self.word("no_price", price=price) if isinstance(price, str) else euro(price, self.lang)

    def households(self) -> Iterator[str]:
        """Each household with the money under every regime, and what follows from its behaviour."""
        asked = self.done.asked
        if not asked.households:
            return
        yield self.word("households_head").upper()
        yield from paragraph(self.word("money_note", month=month_of(asked).name(self.lang), months=MONTHS_ON_BENEFIT))
        for at in range(len(asked.households)):
            yield from ("", *self._household([town.lines[at] for town in self.done.towns]))

    def _household(self, lines: list[Line]) -> Iterator[str]:
        one = lines[0].household
        more = self.word("hours", hours=decimal(one.hours, self.lang)) if one.hours else ""
        more += self.word("people", people=one.people) if one.people > 1 else ""
        yield from paragraph(self.word("household", name=one.name, form=label(one.leefvorm, self.lang),
                                       net=euro(one.net, self.lang), more=more))  # fmt: skip
        head = ["", *(self.word(f"col_{name}") for name in ("total", "kept", "hour"))]
        yield from grid(head, [[f"[{number}]", *self._kept(line)] for number, line in enumerate(lines, 1)])
        why = {number: self._no_result(line.money, part=self._is_part(number)) for number, line in enumerate(lines, 1)
               if isinstance(line.money, NoResult)}  # fmt: skip
        yield from self._alike(why)
        for name in ("step", "contact", "activities", "wishes"):
            yield from self._followed(name, lines)

    def _kept(self, line: Line) -> list[str]:
        if not isinstance(line.money, Kept):
            return [self.word("no_result"), "", ""]
        hour = "" if line.money.per_hour is None else format_euro(line.money.per_hour, self.lang)
        return [format_euro(line.money.total, self.lang), format_euro(line.money.kept, self.lang), hour]

    def _is_part(self, number: int) -> bool:
        return self.done.towns[number - 1].named.regime.kind == "deel"

    def _no_result(self, found: NoResult, *, part: bool) -> str:
        if found.needs_net_share:
            return self.word("needs_net_share")
        if found.unstated and part:
            return self.word("part_unstated")
        return self.word("unstated", paths=", ".join(found.unstated)) if found.unstated else found.reason

    def _followed(self, name: str, lines: list[Line]) -> Iterator[str]:
        """What follows under each regime; nothing where the file itself says nothing about it."""
        said = {"step": lines[0].household.missed is not None, "contact": lines[0].household.days_without_contact is not None,
                "activities": bool(lines[0].household.activities), "wishes": bool(lines[0].household.wishes)}  # fmt: skip
        if not said[name]:
            return
        told = {number: self._of(name, line) for number, line in enumerate(lines, 1)}
        yield f"{self.word(f'follows_{name}')}:"
        yield from self._alike(told)

    def _of(self, name: str, line: Line) -> Answer:
        found = line.follows
        if name == "contact":
            return None if found.contact is None else self.word(f"contact_{found.contact.value}")
        if name == "step":
            return self._next(line)
        kind = ACTIVITY if name == "activities" else INSTRUMENT
        pairs = (("counted", found.counted), ("uncounted", found.uncounted)) if name == "activities" else (
            ("offered", found.offered), ("unnamed", found.unnamed))  # fmt: skip
        parts = [self.word(key, which=", ".join(code_words(kind, one, self.lang) for one in some)) for key, some in pairs if some]
        return "; ".join(parts) or None

    def _next(self, line: Line) -> Answer:
        found: Follows = line.follows
        if found.over:
            return self.word("ladder_over")
        if found.step is None:
            return None
        step = self._step(found.step)
        said = self.word("measure_step", step=step) if found.step.action == MEASURE else step
        return self.word("next_step", missed=line.household.missed, step=said)

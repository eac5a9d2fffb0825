# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The caseload page as heads, notes and tables in one language, for the text and for the page of a browser alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from werkzaam.app.casework.caseload import CaseloadPage, Group
from werkzaam.app.text_layout import day_text, decimal, listed, percent
from werkzaam.app.texts.casework_caseload import WORDS
from werkzaam.casework.caseload import Load, warning
from werkzaam.casework.contacts import CHANNELS
from werkzaam.casework.dose import ALL_CHANNELS, Definition
from werkzaam.casework.fidelity import Outside
from werkzaam.casework.parked import Parked
from werkzaam.casework.period import Period
from werkzaam.casework.team_view import Seen
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.regime.read import read_part


class Head(NamedTuple):
    """The head of a section or of a table in it."""

    text: str


class Note(NamedTuple):
    """A paragraph; `hanging` where several stand below each other as a list."""

    text: str
    hanging: bool = False


class Table(NamedTuple):
    """A table: the first column names, the others are numbers or short words."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Pairs(NamedTuple):
    """Names, each with what is said of it."""

    rows: tuple[tuple[str, str], ...]


class Gap(NamedTuple):
    """A little room between two tables."""


Item = Head | Note | Table | Pairs | Gap


def sections(page: CaseloadPage, lang: str) -> list[list[Item]]:
    """Everything on the page, by section."""
    write = Writer(page, lang)
    return [[*section] for section in (write.loads(), write.months(), write.talks(), write.doses(), write.fidelity(),
                                       write.continuity(), write.parked(), write.view())]  # fmt: skip


@cache
def part_name(part: str, lang: str) -> str:
    """The name of a part of a regime; its code when its file is not here."""
    try:
        found = read_part(part)
    except UnknownName:
        return part
    return found.name_nl if lang == "nl" else found.name_en


def shown(number: int, of: int) -> int | None:
    """A count of people as it may be shown: None when it, or the rest, is of fewer than ten."""
    return None if 0 < number < LEAST or 0 < of - number < LEAST else number


@dataclass(frozen=True)
class Writer:
    """Writes the parts of one page in one language; tables as heads and rows, for the pictures and the text alike."""

    page: CaseloadPage
    lang: str

    def word(self, key: str, **filled: object) -> str:
        """The words of a key; how few are left out is known to all."""
        return WORDS[self.lang][key].format(least=LEAST, **filled)

    def number(self, found: Fraction | int | None, digits: int = 1) -> str:
        """A number with so many decimals, or that it is not known."""
        if found is None:
            return self.word("none")
        return decimal(Fraction(found), self.lang, digits)

    def short(self, part: str) -> str:
        """The name of a part without what stands between brackets, for tables."""
        return part_name(part, self.lang).partition(" (")[0]

    def share(self, found: Fraction | None) -> str:
        """A share as a percentage."""
        return self.word("none") if found is None else percent(found, self.lang)

    def people(self, found: int | None) -> str:
        """A count of people, or that it is hidden."""
        return self.word("hidden") if found is None else str(found)

    def days(self, period: Period) -> dict[str, str]:
        """The first and the last day of a period, written out."""
        return {"first": day_text(period.first, self.lang), "last": day_text(period.last, self.lang)}

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table | Note:
        """A table with these words as heads; the sentence that says that there is nothing for it."""
        return Table(tuple(self.word(head) for head in heads), tuple(map(tuple, rows))) if rows else Note(self.word("no_groups"))

    def loads(self) -> Iterator[Item]:
        """Clients against the range of their regimes, by team and, for a team, by case manager in the order of their names."""
        yield Head(self.word("load_head"))
        yield Note(self.word("load_note", day=day_text(self.page.period.last, self.lang)))
        for head, loads in (("team", self.page.loads), ("worker", self.page.own)):
            if loads:
                rows = [self._load(one) for one in loads]
                yield self.table((head, "clients", "positions", "a_position", "asked", "standing"), rows)
        for one in (*self.page.loads, *self.page.own):
            if one.unweighted:
                yield Note(self.word("unweighted", name=self.named(one), number=one.unweighted))
            found = warning(one)
            if found is not None and one.name:
                code = "caseload_above_mixed" if one.limit is None else found.code
                said = {**found.values, "name": self.named(one), "positions": self.number(one.positions)}
                yield Note(f"! {self.word(code, **said)}")

    def named(self, one: Load) -> str:
        """A team or case manager, or that nobody wrote down where they work."""
        return one.name or self.word("unknown_team")

    def _load(self, one: Load) -> list[str]:
        positions = self.number(one.positions) if one.name else self.word("none")
        standing = self.word(one.standing.value) if one.name else self.word("none")
        return [self.named(one), str(one.count), positions, self.number(one.a_position), self.asked(one), standing]

    def asked(self, one: Load) -> str:
        """The positions that clients ask for, from the top to the bottom of the range of their regimes."""
        said = [self.number(number) for number in (one.least, one.most) if number]
        return "-".join(dict.fromkeys(said)) or self.word("not_stated")

    def months(self) -> Iterator[Item]:
        """The caseload that the town publishes every month."""
        yield Head(self.word("month_head"))
        yield Note(self.word("month_note"))
        rows = [[Month.of_day(one.day).name(self.lang), str(one.clients), self.number(Fraction(one.share, 100)),
                 self.number(one.a_position)] for one in self.page.published]  # fmt: skip
        yield self.table(("month", "clients", "positions", "a_position"), rows)

    def talks(self) -> Iterator[Item]:
        """The talks that fit, against what was promised."""
        yield Head(self.word("talks_head"))
        weeks = next((one.weeks for one in self.page.talks.values()), None)
        yield Note(self.word("talks_note", weeks=weeks or "-"))
        rows = [[name, str(one.clients), self.number(one.talks, 0), self.number(one.a_client), self.number(one.promised, 0),
                 self.number(one.short, 0), str(one.unstated)] for name, one in self.page.talks.items()]  # fmt: skip
        yield self.table(("team", "clients", "talks", "a_client", "promised", "short", "no_number"), rows)

    def definition(self, found: Definition) -> str:
        """What a number of contacts counts; it stands with every such number."""
        said = [self.word(channel) for channel in CHANNELS if channel in found.channels]
        channels = self.word("all_channels") if found.channels == ALL_CHANNELS else listed(said, self.word("and"))
        begun = listed([self.word(one) for one in sorted(found.initiators)], self.word("and"))
        return self.word("definition", channels=channels, initiators=begun, group=part_name(found.group, self.lang),
                         **self.days(found.period))  # fmt: skip

    def doses(self) -> Iterator[Item]:
        """Contacts by group, by channel, by first step and by quarter, each group with its definition."""
        yield Head(self.word("dose_head"))
        for group in self.page.groups:
            yield Note(self.definition(group.all_contacts.definition), hanging=True)
        rows = [self._dose(group) for group in self.page.groups]
        yield self.table(("group", "people", "all", "a_month", "only_talks", "inwoner", "klantmanager"), rows)
        if rows:
            yield Gap()
            yield self.table(("group", *CHANNELS), [
                [self.short(group.part), *(self.number(one.a_year) for one in group.channels.values())]
                for group in self.page.groups
            ])  # fmt: skip
        for one in self.page.contrasts:
            more, less = (part_name(each.definition.group, self.lang) for each in (one.more, one.less))
            yield Note(self.word("contrast", more=more, less=less, number=self.number(one.a_year)))
        if self.page.few:
            yield Note(self.word("few", few=self.page.few))
        if self.page.without_part:
            yield Note(self.word("without_part", number=self.page.without_part))

    def _dose(self, group: Group) -> list[str]:
        first = [one.a_year for one in group.initiators.values()]
        found = (group.all_contacts.a_year, group.all_contacts.a_month, group.talks.a_year, *first)
        return [self.short(group.part), str(group.people), *map(self.number, found)]

    def fidelity(self) -> Iterator[Item]:
        """Who was outside the protocol and why, and promised against given by quarter."""
        yield Head(self.word("fidelity_head"))
        yield Note(self.word("fidelity_note"))
        reasons = tuple(Outside)
        heads = ("group", "judged", "outside", "share", *(one.value for one in reasons), "agreed")
        yield self.table(heads, [self._fidelity(group) for group in self.page.groups])
        rows = [[self.short(group.part), str(one.quarter),
                 self.word("not_stated") if one.promised is None else self.number(one.promised, 0), str(one.done)]
                for group in self.page.groups for one in group.quarterly]  # fmt: skip
        if rows:
            yield Gap()
            yield Head(self.word("quarterly_head"))
            yield self.table(("group", "quarter", "promised", "given"), rows)

    def _fidelity(self, group: Group) -> list[str]:
        found = group.fidelity
        beyond = shown(found.outside, found.judged)
        counts = [shown(found.reasons[one], found.judged) for one in Outside]
        judged, agreed = shown(found.judged, found.clients), shown(found.agreed, found.clients)
        name = self.short(group.part)
        if not found.judged:
            return [name, "0", *[self.word("not_stated")] * 5, self.people(agreed)]
        share = self.word("hidden") if beyond is None else self.share(found.share_outside)
        return [name, self.people(judged), self.people(beyond), share, *map(self.people, (*counts, agreed))]

    def continuity(self) -> Iterator[Item]:
        """Case managers a client."""
        yield Head(self.word("continuity_head"))
        yield Note(self.word("continuity_note", **self.days(self.page.period)))
        rows = []
        for group in self.page.groups:
            found = group.continuity
            one = shown(found.with_one, found.clients)
            rows.append([self.short(group.part), self.people(shown(found.clients, group.people)),
                         self.number(found.mean if found.clients >= LEAST else None),
                         self.word("hidden") if one is None else self.share(found.share_with_one),
                         self.people(shown(found.without, group.people))])  # fmt: skip
        yield self.table(("group", "people", "mean", "with_one", "without"), rows)

    def parked(self) -> Iterator[Item]:
        """Who was not heard of for a year, and for three."""
        yield Head(self.word("parked_head"))
        for one in self.page.parked:
            yield Note(self._parked(one))

    def _parked(self, one: Parked) -> str:
        number = shown(one.without, one.clients)
        if number is None:
            return self.word("parked_few", months=one.months)
        return self.word("parked", number=number, clients=one.clients, share=self.share(one.share), months=one.months)

    def view(self) -> Iterator[Item]:
        """The six measures, each on a line of its own, and the marks of clients together."""
        yield Head(self.word("view_head"))
        yield Note(self.word("view_note"))
        yield Pairs(tuple((self.word(one.measure.value), self._seen(one)) for one in self.page.view.seen))
        if self.page.view.successes is not None:
            yield Note(self.word("successes", number=self.page.view.successes))
        marks = self.page.grades
        code = "grades_hidden" if marks.mean is None else "grades"
        yield Note(self.word(code, count=marks.count, mean=self.number(marks.mean)))

    def _seen(self, one: Seen) -> str:
        if not one.known:
            return self.word("not_measured")
        if one.of is None:
            return self.word("hidden")
        if one.mean is not None:
            return self.word("mark_of", mean=self.number(one.mean), of=one.of)
        return self.word("of", people=one.people, of=one.of, share=self.share(one.share))

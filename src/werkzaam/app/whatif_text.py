# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of a what-if as plain text: the answer first, then the sum, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.law_words import regime_words
from werkzaam.app.origin import Origin
from werkzaam.app.premium_text import premium_sentences
from werkzaam.app.regimes import is_on
from werkzaam.app.schemes import Fate
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import day_text, decimal, grid, heading, listed, paragraph, percent
from werkzaam.app.texts.whatif import WORDS
from werkzaam.app.whatif import Point, share_kept
from werkzaam.app.whatif_answer import Part, WhatIf
from werkzaam.core.money import format_euro

_FIRST = 44
_SHOWN = ("wages", "exempt", "counts", "norm", "bijstand", "premium", "rest", "total")


def whatif_text(answer: WhatIf, lang: str) -> str:
    """All of the answer."""
    write = Writer(answer, lang)
    sections = (write.side_by_side(), write.when(), write.premium(), write.sweep(), write.end(), write.leaving(), write.schemes(),
                write.assumptions())  # fmt: skip
    lines = [*heading(write.title()), *write.summary()]
    for section in map(list, sections):
        lines += ["", *section] if section else []
    lines += ["", *paragraph(write.word("ask", contact=answer.trial.case.contact))]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Writer:
    """Writes the parts of one answer in one language."""

    answer: WhatIf
    lang: str

    def word(self, key: str, **filled: object) -> str:
        return WORDS[self.lang][key].format(**filled)

    def euros(self, cents: int) -> str:
        return euros(cents, self.lang)

    def hours(self, number: Fraction) -> str:
        """`8 uur` or `7,5 uur`; the sign is in the words around it."""
        return self.word("hours", number=decimal(abs(number), self.lang))

    def title(self) -> str:
        answer, hours = self.answer, self.answer.then.hours
        told = self.hours(hours) if hours < 0 else self.word("more", hours=self.hours(hours))
        return self.word("title_fewer" if hours < 0 else "title", person=answer.trial.person, hours=told,
                         month=answer.trial.month.name(self.lang))  # fmt: skip

    def summary(self) -> Iterator[str]:
        """The answer in two sentences."""
        wage, kept = self.answer.then.of_wage, self.answer.then.kept
        share = self.answer.kept or Fraction(0)
        word = _answer_word(wage, kept)
        told = {"wage": self.euros(abs(wage)), "kept": self.euros(abs(kept)), "share": percent(share, self.lang)}
        yield from paragraph(self.word(word, **told))
        if wage < 0:
            if share < 1:  # Else nothing makes up for it.
                yield from paragraph(self.word("marginal_fewer", gone=percent(1 - share, self.lang)))
        elif share < 0:
            yield from paragraph(self.word("marginal_over"))
        else:
            next_share = percent(self.answer.next_kept or Fraction(0), self.lang)
            word = "marginal" if share < 1 else "marginal_all"
            yield from paragraph(self.word(word, gone=percent(1 - share, self.lang), next=next_share))

    # -- the sum -----------------------------------------------------------------------------------

    def side_by_side(self) -> Iterator[str]:
        now, then = self.answer.now, self.answer.then.outcome
        yield self.word("side_by_side").upper()
        rows = [[self.word(name), *map(self._amount, (getattr(now, name), getattr(then, name))),
                 self._signed(getattr(then, name) - getattr(now, name))]
                for name in _SHOWN if name != "rest" or now.rest or then.rest]  # fmt: skip
        yield from grid(["", self.word("now"), self.word("then"), self.word("change")], rows, _FIRST)
        if self.answer.after is not None:
            told = {"total": self.euros(self.answer.after.outcome.total), "kept": self.euros(abs(self.answer.after.kept))}
            yield from paragraph(self.word("after" if self.answer.after.kept >= 0 else "after_less", **told))

    def when(self) -> Iterator[str]:
        yield self.word("when").upper()
        rows = [[self.word(f"part_{part.name}"), self._signed(part.change), self._comes(part)] for part in self.answer.parts]
        rows.append([self.word("part_total"), self._signed(self.answer.then.kept), ""])
        for name, change, comes in rows:
            yield f"{name:<{_FIRST}}{change:>14}   {comes}".rstrip()
        yield from paragraph(self.word("employer"))
        if self.answer.too_much:
            yield from paragraph(self.word("report", amount=self.euros(self.answer.too_much)))

    def _comes(self, part: Part) -> str:
        if not part.change:
            return self.word("nothing")
        return self.word("when_unknown") if part.comes is None else part.comes.name(self.lang)

    def premium(self) -> Iterator[str]:
        yield self.word("premium_head").upper()
        for one in self.answer.premiums:
            yield from paragraph(" ".join(premium_sentences(one, self.lang)))

    def sweep(self) -> Iterator[str]:
        """A row per number of hours; nothing when none were asked."""
        if not self.answer.points:
            return
        yield self.word("table").upper()
        yield from paragraph(self.word("table_note"))
        head = [self.word(f"col_{name}") for name in ("hours", "wage", "bijstand", "premium", "total", "kept", "last")]
        yield from grid(head, list(self._rows()))

    def _rows(self) -> Iterator[list[str]]:
        last: Point | None = None
        for point in self.answer.points:
            share = share_kept(point.kept - last.kept, point.of_wage - last.of_wage) if last else None
            found = point.outcome
            amounts = (point.of_wage, found.bijstand, found.premium, found.total, point.kept)
            yield [
                decimal(point.hours, self.lang),
                *map(self._amount, amounts),
                "" if share is None else percent(share, self.lang),
            ]
            last = point

    # -- what belongs to it ------------------------------------------------------------------------

    def end(self) -> Iterator[str]:
        yield self.word("end_head").upper()
        end, person = self.answer.end, self.answer.trial.person
        if end is None:
            yield from paragraph(self.word("end_none", person=person))
            return
        a_month = self.answer.question.work.net_of(Fraction(1))
        told = [self.word("end", wage=self.euros(end.wage), person=person)]
        if end.extra > 0:
            hours = decimal(Fraction(end.extra, a_month), self.lang, 1)
            told.append(self.word("end_hours", hours=self.word("hours", number=hours)))
        else:
            told.append(self.word("end_fewer", person=person))
        cost = {"cost": self.euros(end.cost), "before": self.euros(end.before.total), "after": self.euros(end.after.total)}
        told.append(self.word("end_cost" if end.cost else "end_free", **cost))
        if end.after.premium:
            told.append(self.word("end_premium"))
        yield from paragraph(" ".join(told))

    def leaving(self) -> Iterator[str]:
        """Nothing when there is no bijstand to leave."""
        found = self.answer.break_even
        if found is None:
            return
        yield self.word("leaving_head").upper()
        told = [self.word("leaving", best=self.euros(found.staying + found.rest), staying=self.euros(found.staying))]
        if found.rest:
            told.append(self.word("leaving_rest", rest=self.euros(found.rest)))
        limits = found.with_premium
        if found.exit_premium is None:
            told.append(self.word("leaving_without"))
        else:
            told.append(self.word("leaving_with", amount=self.euros(found.exit_premium.amount), first=self.euros(limits[0])))
        if found.exit_premium is not None and len(limits) > 1:
            each = listed(list(map(self.euros, limits)), self.word("and"))
            told.append(self.word("leaving_months", months=len(limits), limits=each))
        yield from paragraph(" ".join([*told, self.word("leaving_only")]))

    def schemes(self) -> Iterator[str]:
        yield self.word("schemes_head").upper()
        for scheme in self.answer.schemes:
            known = self._by_hours("not_known") if scheme.fate is Fate.NOT_KNOWN else scheme.fate.value
            fate = self.word(known, day=day_text(scheme.ends, self.lang) if scheme.ends else "")
            yield from paragraph(f"- {self.word(scheme.name)}: {fate}", hanging="  ")
        if any(scheme.fate is Fate.NOT_KNOWN for scheme in self.answer.schemes):
            yield from paragraph(self.word(self._by_hours("schemes_note")))

    def assumptions(self) -> Iterator[str]:
        yield self.word("assumptions").upper()
        for text in (*self.own_assumptions(), *assumed(self.answer.assumptions(self.lang))):
            yield from paragraph(f"- {text}", hanging="  ")

    def own_assumptions(self) -> Iterator[str]:
        """What was filled in with the question."""
        trial, work = self.answer.trial, self.answer.question.work
        if trial.book.rechtsdatum is not None:
            yield f"{regime_words(trial.book, trial.month, self.lang)}."
        told = {"hours": self.hours(work.hours), "hourly": self.euros(work.hourly), "net": self.euros(abs(work.net))}
        if work.net_share is None or work.gross is None:
            yield self.word("weeks", **told)
        else:
            yield self.word("weeks_gross", gross=self.euros(abs(work.gross)), **told)
            yield self.word("net_share", share=percent(work.net_share, self.lang), net=told["net"])
        yield self.word("rest_same")
        yield self.word(self._by_hours("holiday_money"))
        if is_on(self.answer.trial.book.regime, "premie.per_uur", self.answer.trial.law):
            yield self.word("per_hour")
        if self.answer.question.exit_premium is not None:
            yield self.word("exit_assumed")

    def _by_hours(self, key: str) -> str:
        """The sentence about more hours, or about fewer."""
        return key if self.answer.then.hours > 0 else f"{key}_fewer"

    def _amount(self, cents: int) -> str:
        return format_euro(cents, self.lang)

    def _signed(self, cents: int) -> str:
        return f"+{format_euro(cents, self.lang)}" if cents > 0 else format_euro(cents, self.lang)


def assumed(found: tuple[Origin, ...]) -> Iterator[str]:
    """Each reason once, behind all that rests on it."""
    for why in dict.fromkeys(one.why for one in found):
        named = ", ".join(f"{one.name} = {one.shown}" for one in found if one.why == why)
        yield f"{named}. {why}".rstrip()


def _answer_word(wage: int, kept: int) -> str:
    """Which sentence tells it: more or fewer hours, and more, less or nothing kept."""
    more, nothing, less = ("answer", "answer_nothing", "answer_less")
    if wage < 0:
        more, nothing, less = ("answer_fewer_more", "answer_fewer_nothing", "answer_fewer")
    return nothing if not kept else more if kept > 0 else less

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every published number about contacts and case managers of the experiment, with what a relived one has and what that says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from werkzaam.app.simulation.guidance import (
    COMPARISON,
    EMERGES,
    ENDED,
    EXTRA,
    FITTED,
    GIVEN,
    LAST_WAVE,
    NOT_REPRODUCED,
    NOT_REPRODUCIBLE,
    OUTSIDE,
    REPRODUCED,
    SELF,
    TEAM,
    Contacts,
    Figure,
)
from werkzaam.core.months import Month, Span
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.record import Record

NEAR = Fraction(1, 20)
"""A mean number of contacts is reproduced within so much of itself: what was counted, and over which months, is not fully said (A-40)."""
WORKERS, SHARES = Fraction(1, 10), Fraction(1, 20)
"""How near a mean number of case managers and a share with one must come; shares are rounded words (A-74)."""
_GROUPS = (("extra aandacht", "extra attention"), ("zelfregie", "self-direction"), ("vergelijking", "comparison"))


def figures_of(record: Record, span: Span, given: Assumptions) -> tuple[Figure, ...]:
    """A verdict on every row of contact moments that a simulation can have, and of case managers."""
    found = Contacts(record, span)
    return (*_contacts(found), *_talks(found, given), *_workers(found))


def _contacts(found: Contacts) -> Iterator[Figure]:
    before = found.a_year(OUTSIDE, span_first(found), Month(TEAM.index - 1))
    if before is None:
        before = found.a_year(COMPARISON, span_first(found), Month(TEAM.index - 1))
    yield _near("contact_moments-001", "contacten per jaar voor het experiment", "contacts a year before the experiment", "1", before,
                GIVEN, "Ingevoerd als norm van gewone begeleiding.", "Put in as the norm of regular guidance.")  # fmt: skip
    peaks = [found.highest(EXTRA), found.highest(SELF)]
    mean = sum(one for one in peaks if one is not None) / Fraction(2) if None not in peaks else None
    yield _near("contact_moments-002", "contacten per jaar, beide groepen met andere begeleiding", "contacts a year, both experimental groups",
                "15.6", mean, FITTED, "Hoe vaak inwoners onder zelfregie zelf bellen, is hierop passend gemaakt; van welke groep het "
                "cijfer is, staat er niet helder bij (A-40).", "How often residents under self-direction call was fitted to it; "
                "of which group the number is, is not fully said (A-40).")  # fmt: skip
    yield _near("contact_moments-003", "contacten per jaar op het hoogst", "contacts a year at the peak", "19.3", peaks[0], GIVEN,
                "Wat afgesproken is, is ingevoerd; dat het past, volgt uit 55 inwoners per klantmanager.",
                "What was agreed is put in; that there is time for it follows from 55 clients a case manager.")  # fmt: skip
    month = None if peaks[0] is None else peaks[0] / 12
    yield _figure("contact_moments-004", "contacten per maand op het hoogst", "contacts a month at the peak", "> 1.5", month, EMERGES,
                  month is not None and month > Fraction(3, 2), "Volgt uit het vorige.", "Follows from the one before.")  # fmt: skip
    after = [found.a_year(row, LAST_WAVE.first, _last(LAST_WAVE)) for row in (EXTRA, SELF)]
    both = sum(one for one in after if one is not None) / Fraction(2) if None not in after else None
    yield _near("contact_moments-005", "contacten per jaar na het experiment", "contacts a year after the experiment", "9.6", both,
                GIVEN, "Ingevoerd; de caseload erna is een aanname.", "Put in; the caseload after it is assumed.")  # fmt: skip
    fell = [_fell(found, row) for row in (EXTRA, SELF)]
    yield _figure("contact_moments-006", "minder contact vanaf 2020", "less contact from 2020", "minder / less", None, GIVEN, all(fell),
                  "De richting is ingevoerd, hoe sterk is een aanname.", "The direction is put in, how strong is assumed.")  # fmt: skip


def _talks(found: Contacts, given: Assumptions) -> Iterator[Figure]:
    least = found.least(SELF, 2019)
    yield _figure("contact_moments-009", "zelfregie: minstens een keer per jaar", "self-direction: at least once a year", ">= 1",
                  None if least is None else Fraction(least), EMERGES, least is not None and least >= 1,
                  "Het laagste aantal van wie er in heel 2019 was.", "The fewest of anybody who was there all of 2019.")  # fmt: skip
    for row in ("contact_moments-010", "contact_moments-012"):
        yield Figure(row, "zelfregie: meestal een keer per jaar", "self-direction: usually once a year", "1", None, GIVEN,
                     NOT_REPRODUCIBLE, "Telt gesprekken; de norm van een contact per jaar is ingevoerd, en wie zelf belt komt erbij.",
                     "Counts talks; the norm of one contact a year is put in, and who calls comes on top.")  # fmt: skip
    peak = found.highest(EXTRA)
    talks = None if peak is None else peak * 1000 / given.number("contacts.per_talk")
    yield _figure("contact_moments-011", "extra aandacht: gesprekken per jaar", "extra attention: talks a year", "6 - 12", talks, EMERGES,
                  talks is not None and 6 <= talks <= 12, "Met de aanname dat bij een gesprek twee andere contacten horen.",
                  "With the assumption that two other contacts go with a talk.")  # fmt: skip


def _workers(found: Contacts) -> Iterator[Figure]:
    of = [found.workers(row) for row in (EXTRA, SELF, COMPARISON)]
    for place, (published, one) in enumerate(zip(("2/3", "2/3", "1/3"), of, strict=True)):
        share = None if one is None else one[1]
        yield _figure(f"case_manager_continuity-00{place + 1}", f"met een klantmanager: {_GROUPS[place][0]}",
                      f"with one case manager: {_GROUPS[place][1]}", published, share, EMERGES,
                      share is not None and abs(share - Fraction(published)) <= SHARES,
                      "Elke wissel is los van de vorige getrokken; echt wisselen vaak dezelfde mensen.",
                      "Each change is drawn apart from the last; in life it is often the same people who change.")  # fmt: skip
    for place, (text, one) in enumerate(zip(("1.6", "1.6", "2.3"), of, strict=True)):
        mean = None if one is None else one[0]
        yield _figure(f"case_manager_continuity-00{place + 4}", f"klantmanagers sinds januari 2019: {_GROUPS[place][0]}",
                      f"case managers since January 2019: {_GROUPS[place][1]}", text, mean, FITTED,
                      mean is not None and abs(mean - Fraction(text)) <= WORKERS, "De kans op een wissel is hierop passend gemaakt.",
                      "The chance of a change was fitted to it.")  # fmt: skip


def span_first(found: Contacts) -> Month:
    """The first month of what was lived."""
    return found.months[0]


def _last(span: Span) -> Month:
    return span.last or span.first


def _fell(found: Contacts, row: int) -> bool:
    before = found.a_year(row, TEAM, Month.of(2019, 12))
    after = found.a_year(row, Month.of(2020, 1), Month(ENDED.index - 1))
    return before is not None and after is not None and after < before


def _near(row: str, nl: str, en: str, published: str, value: Fraction | None, how: str, reason_nl: str, reason_en: str) -> Figure:
    printed = Fraction(published)
    right = value is not None and abs(value - printed) <= printed * NEAR
    return _figure(row, nl, en, published, value, how, right, reason_nl, reason_en)


def _figure(row: str, nl: str, en: str, published: str, value: Fraction | None, how: str, right: bool, reason_nl: str,
            reason_en: str) -> Figure:  # fmt: skip
    return Figure(row, nl, en, published, value, how, REPRODUCED if right else NOT_REPRODUCED, reason_nl, reason_en)

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One letter of each kind about invented people in an invented town, as a jurist would try them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkzaam.app.letters import Kind, LetterContent, reason_of
from werkzaam.app.letters.content import (
    Contact,
    Line,
    Municipality,
    NextPayment,
    Objection,
    PaidPart,
    Payee,
    Payment,
    Plan,
    Reason,
    Representative,
    Role,
    Wage,
    Words,
)
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month

MARCH = Month.of(2026, 3)
SENT, PAYDAY, NEXT = date(2026, 4, 14), date(2026, 4, 16), date(2026, 5, 8)
TOWN = Municipality("Teststad", ("Postbus 100", "1000 AA Teststad"))
INEZ = Contact("Inez Bakker", "020 555 01 23")
RABIA = Representative("Karel Postma", Role.BEWINDVOERDER, ("Postma Bewind", "Gracht 8", "1000 CC Teststad"))


def norm(cents: int = 1_401_50) -> Line:
    """The first line of every sum."""
    return Line(Words("Norm", "Norm"), cents, Words(f"De norm is het bedrag dat u per maand minstens moet hebben. Voor u is dat "
                f"€ {_nl(cents)}.", f"The norm is the amount you should at least have each month. For you it is €{_en(cents)}."),
                LawRef.parse("Pw 21"))  # fmt: skip


def income(cents: int) -> Line:
    """What counts, taken off."""
    said = Words(
        f"Van het inkomen in uw huishouden telt € {_nl(cents)} mee.", f"Of the income in your household €{_en(cents)} counts."
    )
    return Line(Words("Inkomen dat meetelt", "Income that counts"), -cents, said, LawRef.parse("Pw 32:1"))


def reserve(cents: int) -> Line:
    """Kept aside for the holiday allowance."""
    return Line(Words("Reservering vakantietoeslag", "Reserve for the holiday allowance"), -cents,
                Words(f"Voor uw vakantietoeslag houden we 5% apart: € {_nl(cents)}. U krijgt dat later.",
                      f"For your holiday allowance we keep 5% aside: €{_en(cents)}. You get it later."),
                LawRef.parse("Pw 19:3"))  # fmt: skip


def sum_of(becomes: int, kept: int = 40_05) -> tuple[Line, ...]:
    """The sum of a single person in 2026 that comes to an amount."""
    return norm(), income(1_401_50 - becomes - kept), reserve(kept)


def _en(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02d}"


def _nl(cents: int) -> str:
    return _en(cents).translate(str.maketrans(",.", ".,"))


def to_account(cents: int, day: date = PAYDAY) -> Payment:
    """All of it on the person's own account."""
    return Payment(day, (PaidPart(Payee.ACCOUNT, cents, account_end="4300"),))


def contested(number: int, cents: int, nl: str, en: str) -> Line:
    """A part of an objection with its answer."""
    return Line(Words(f"Deel {number}, van 2 april 2026: {nl}", f"Part {number}, of 2 April 2026: {en}"), cents,
                Words("U schreef: Dat loon is niet van mij.", "You wrote: That wage is not mine."))  # fmt: skip


BASE = LetterContent(
    kind=Kind.SETTLED, reference="B-2026-03-0418", day=SENT, municipality=TOWN, contact=INEZ, people=("Samira de Vries",),
    month=MARCH, becomes=800_00, lines=sum_of(800_00), rules_version="2026.4", next_payment=NextPayment(NEXT, None),
    address=("Mevrouw S. de Vries", "Kade 12-3", "1000 BB Teststad"), payment=to_account(800_00),
    wages=(Wage("Koffiehuis De Hoek", MARCH, 612_40, date(2026, 4, 9), counts_by="work"),),
)  # fmt: skip
_CLAIM = replace(
    BASE, kind=Kind.CLAIM, becomes=680_00, was=800_00, lines=sum_of(680_00), payment=None, next_payment=NextPayment(NEXT, 0),
    reason=reason_of("TE_LATE_LOONSTROOK"), officer="Selin Yilmaz", articles=(LawRef.parse("Pw 58:2"),),
    wages=(Wage("Koffiehuis De Hoek", MARCH, 732_40, date(2026, 4, 9), 612_40),),
)  # fmt: skip
_OBJECTION = replace(
    _CLAIM, kind=Kind.OBJECTION, becomes=120_00, was=None, wages=(), articles=(), officer="Tom Visser",
    next_payment=NextPayment(NEXT, None), reason=Reason(Words(*["De loonstrook klopt met wat de baas betaalde."] * 2)),
    lines=(contested(1, 120_00, "u krijgt geen gelijk", "we do not agree with you"),), objection=Objection("withdrawn"),
)  # fmt: skip
SAMPLES = {
    "settled": BASE,
    "settled_same": replace(BASE, was=800_00, payment=None, next_payment=NextPayment(NEXT, 0)),
    "settled_zero": replace(
        BASE, becomes=0, payment=None, lines=(norm(), income(1_401_50)), wages=(Wage("Koffiehuis De Hoek", MARCH, 1_401_50),)
    ),
    "settled_parts": replace(
        BASE,
        payment=Payment(
            PAYDAY,
            (
                PaidPart(Payee.THIRD_PARTY, 552_10, "Woonstichting De Brug (huur)"),
                PaidPart(Payee.RECOVERY, 60_00, month=Month.of(2026, 1)),
                PaidPart(Payee.RECOVERY, 10_00, month=Month.of(2026, 2)),
                PaidPart(Payee.ACCOUNT, 177_90, account_end="4300"),
            ),
        ),
    ),
    "higher": replace(
        BASE, kind=Kind.HIGHER, becomes=930_00, was=800_00, lines=sum_of(930_00), payment=to_account(130_00),
        reason=reason_of("SCHATTING"), next_payment=NextPayment(NEXT, 0),
        wages=(Wage("Koffiehuis De Hoek", MARCH, 482_40, date(2026, 4, 9), 612_40),),
    ),
    "higher_ours": replace(
        BASE, kind=Kind.HIGHER, becomes=930_00, was=800_00, lines=sum_of(930_00), payment=to_account(130_00), wages=(),
        reason=reason_of("GEMEENTE"), next_payment=NextPayment(NEXT, 0),
    ),
    "higher_off_claim": replace(
        BASE, kind=Kind.HIGHER, becomes=930_00, was=800_00, lines=sum_of(930_00), payment=to_account(50_00), off_claim=80_00,
        wages=(), reason=reason_of("WERKGEVER"), next_payment=NextPayment(NEXT, 0),
    ),
    "lower": replace(_CLAIM, kind=Kind.LOWER, answer_by=date(2026, 4, 28)),
    "claim": replace(_CLAIM, articles=(LawRef.parse("Pw 58:2"), LawRef.parse("Pw 60:3"))),
    "claim_plan": replace(
        _CLAIM, plan=Plan(120_00, 50_00, date(2026, 6, 8)),
        articles=(LawRef.parse("Pw 58:2"), LawRef.parse("Pw 60:3")),
    ),
    "plan": replace(
        BASE, kind=Kind.PLAN, becomes=0, payment=None, wages=(), officer="Selin Yilmaz",
        plan=Plan(3_000_00, 50_00, date(2026, 6, 8), 600_00, 30), next_payment=NextPayment(NEXT, 0),
        lines=(Line(Words("Te veel betaald", "Paid too much"), 1_250_00, month=Month.of(2025, 11)),
               Line(Words("Te veel betaald", "Paid too much"), 1_750_00, month=Month.of(2025, 12))),
        articles=(LawRef.parse("Pw 58:2"), LawRef.parse("Pw 60:3")),
    ),
    "premium": replace(
        BASE, kind=Kind.PREMIUM, becomes=850_00, payment=Payment(PAYDAY, (PaidPart(Payee.MANAGED, 850_00, "Postma Bewind"),)),
        wages=(), representative=RABIA, next_payment=NextPayment(NEXT, 0), articles=(LawRef.parse("Pw 31:2:j"),),
        lines=(*(Line(Words("Premie", "Premium"), 150_00, month=Month.of(2025, number)) for number in range(7, 13)),
               Line(Words("Eerdere correctie op de premie", "Earlier correction of the premium"), -50_00,
                    month=Month.of(2025, 6))),
    ),
    "stopped": replace(
        BASE, kind=Kind.STOPPED, becomes=0, payment=None, above=23_40, reserve=181_20, restart_until=date(2027, 3, 31),
        lines=(replace(income(-1_424_90), sentence=None), replace(norm(-1_401_50), sentence=None)),
        wages=(Wage("Koffiehuis De Hoek", MARCH, 1_424_90, date(2026, 4, 9)),), articles=(LawRef.parse("Pw 19:1"),),
        next_payment=NextPayment(NEXT, None),
    ),
    "objection_upheld": replace(
        _OBJECTION, objection=Objection("upheld", 20_00), reason=Reason(Words(*["De loonstrook was van iemand anders."] * 2)),
        lines=(contested(1, 80_00, "u krijgt gelijk", "you are right"), contested(2, 40_00, "u krijgt gelijk", "you are right")),
    ),
    "objection_dismissed": replace(_OBJECTION, objection=Objection("dismissed", 20_00, date(2026, 4, 24))),
    "objection_withdrawn": replace(_OBJECTION, objection=Objection("withdrawn")),
    "provisional": replace(
        BASE, kind=Kind.PROVISIONAL, wages=(Wage("Koffiehuis De Hoek", MARCH, estimate=612_40),),
        people=("Jan de Boer", "Amina Yilmaz"),
        address=("De heer J. de Boer", "Mevrouw A. Yilmaz", "Kade 14", "1000 BB Teststad"),
    ),
}  # fmt: skip

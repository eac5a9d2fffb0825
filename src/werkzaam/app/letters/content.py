# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a letter is about, as values; a use case fills them from a decision and its steps. Amounts are cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

from werkzaam.app.letters.checks import refuse_what_cannot_be_right
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month


class Kind(Enum):
    """What a letter tells; the value is also how it is filed."""

    SETTLED = "settled"
    """A month, decided for the first time or confirmed by the payslip."""
    HIGHER = "higher"
    """A correction in the person's favour."""
    LOWER = "lower"
    """A month that turned out lower: a proposal, announced before anything is taken."""
    CLAIM = "claim"
    """An officer decided that an amount is paid back."""
    PLAN = "plan"
    """How an amount is paid back, in instalments."""
    PREMIUM = "premium"
    """A premium, with thanks."""
    STOPPED = "stopped"
    """Bijstand that ends because income is above the norm, with the way back."""
    PROVISIONAL = "provisional"
    """A month that waits for a payslip and is paid by an estimate."""
    OBJECTION = "objection"
    """An officer decided on an objection: the outcome of each part, and how to appeal."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages."""

    nl: str
    en: str

    def of(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an amount is what it is, in whole sentences; `ours` when the municipality caused it."""

    words: Words
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum: signed cents with a label, a sentence and the article; `month` where it is about one of its own."""

    label: Words
    cents: int
    sentence: Words | None = None
    law: LawRef | None = None
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Wage:
    """A wage behind the sum: `cents` and `received` (the day the payslip came) are None as long as there is none.

    `counts_by` says why it belongs to the letter's month: it is that of the `work`, or of `receipt`, as the town chose.
    """

    job: str
    month: Month
    cents: int | None = None
    received: date | None = None
    estimate: int | None = None
    counts_by: Literal["work", "receipt"] | None = None


class Payee(Enum):
    """Where a part of a payment goes."""

    ACCOUNT = "account"
    MANAGED = "managed"
    THIRD_PARTY = "third_party"
    RECOVERY = "recovery"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class PaidPart:
    """A part of a payment: to whom (`name`, the end of the account number), and of a recovery for which month."""

    payee: Payee
    cents: int
    name: str = ""
    account_end: str = ""
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """What is paid on one day, in parts that are the whole."""

    day: date
    parts: tuple[PaidPart, ...]

    @property
    def cents(self) -> int:
        """All parts together."""
        return sum(part.cents for part in self.parts)


@dataclass(frozen=True, slots=True)
class NextPayment:
    """What this does to the next payment; a `change` of None is not known yet."""

    day: date
    change: int | None = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """The person who knows about it."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who writes: the name as it stands on letters, and the postal address in lines."""

    name: str
    address: tuple[str, ...]


class Role(Enum):
    """What somebody who stands beside a person is."""

    BEWINDVOERDER = Words("bewindvoerder", "administrator")
    CURATOR = Words("curator", "guardian")
    MENTOR = Words("mentor", "mentor")
    BUDGETBEHEERDER = Words("budgetbeheerder", "budget manager")
    SCHULDHULPVERLENER = Words("schuldhulpverlener", "debt counsellor")
    GEMACHTIGDE = Words("gemachtigde", "representative")


@dataclass(frozen=True, slots=True)
class Representative:
    """Who gets a copy and, with a managed account, the money."""

    name: str
    role: Role
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Instalments of `instalment` cents a month from `first_day` on; the last one takes what is left.

    `holiday` is a yearly sum of holiday allowance that could be used too, and `holiday_months` how long it then takes; `chosen`
    says that the person chose so.
    """

    total: int
    instalment: int
    first_day: date
    holiday: int = 0
    holiday_months: int = 0
    chosen: bool = False

    @property
    def months(self) -> int:
        """How many instalments there are."""
        return -(-self.total // self.instalment)

    @property
    def last(self) -> int:
        """The last instalment."""
        return self.total - (self.months - 1) * self.instalment

    @property
    def last_month(self) -> Month:
        """The month of the last instalment."""
        return Month.of_day(self.first_day) + (self.months - 1)


@dataclass(frozen=True, slots=True)
class Objection:
    """What came of an objection (`upheld`, `dismissed` or `withdrawn`); its parts are the lines of the letter.

    `taken` are cents of it that were taken before and stood apart; `free_on` is from when more may be taken, where there is more.
    """

    outcome: Literal["upheld", "dismissed", "withdrawn"]
    taken: int = 0
    free_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterContent:
    """All that a letter says. Refuses what does not add up, and what its kind needs and does not have.

    `day` is the day of sending; `becomes` what the month comes to (of a premium: its amount, of an objection: what is contested);
    `was` what it came to before;
    `off_claim` what of a higher amount goes off what is paid back; `above` by how much income is above the norm; `officer` who
    decides or decided, None for what the rules alone decide; `answer_by` until when a proposal is not decided; `restart_until`
    until when somebody comes back without a new application; `reserve` the holiday allowance that is kept aside.
    """

    kind: Kind
    reference: str
    day: date
    municipality: Municipality
    contact: Contact
    people: tuple[str, ...]
    month: Month
    becomes: int
    lines: tuple[Line, ...]
    rules_version: str
    next_payment: NextPayment
    articles: tuple[LawRef, ...] = ()
    address: tuple[str, ...] = ()
    was: int | None = None
    reason: Reason | None = None
    wages: tuple[Wage, ...] = ()
    payment: Payment | None = None
    off_claim: int = 0
    plan: Plan | None = None
    officer: str | None = None
    answer_by: date | None = None
    above: int = 0
    restart_until: date | None = None
    reserve: int = 0
    representative: Representative | None = None
    objection: Objection | None = None

    def __post_init__(self) -> None:
        refuse_what_cannot_be_right(self)

    @property
    def difference(self) -> int:
        """What the month became more than it was."""
        return self.becomes - (self.was or 0)

    @property
    def total(self) -> int:
        """What the lines add up to: all that is paid back of a plan, the excess where bijstand stops, else the amount."""
        if self.kind is Kind.PLAN and self.plan is not None:
            return self.plan.total
        return self.above if self.kind is Kind.STOPPED else self.becomes

    @property
    def pay(self) -> int:
        """What is paid with this letter."""
        return 0 if self.payment is None else self.payment.cents

    @property
    def ours(self) -> bool:
        """The municipality caused the change."""
        return self.reason is not None and self.reason.ours

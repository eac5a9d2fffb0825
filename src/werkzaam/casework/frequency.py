# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How often client and case manager agreed to talk: the next date follows, and it may be lowered for a reason (R-030, R-031).

Somebody who works to their maximum, is content, or is too ill can talk less often without leaving the regime. That is no neglect:
what was agreed is what counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.channels import PERSONAL
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import has_left
from werkzaam.core.errors import InputError, NotAllowed

AT_MAXIMUM = "aan_maximum"
GROUNDS = (AT_MAXIMUM, "tevreden", "te_ziek", "eigen_wens", "meer_nodig")
"""Why it is talked more or less often: works to the maximum, content, too ill, the client's own wish, needs more."""
NEEDS = ("intensief", "gewoon", "licht")
_LONGER = frozenset({AT_MAXIMUM, "tevreden", "te_ziek", "eigen_wens"})
_WEEK, _YEAR = 7, 365

FORM = Form(
    Kind.FREQUENCY, "frequency agree", "agree with a client how often you talk",
    (
        Field("weeks", "weken", FieldKind.COUNT, "the weeks from one talk to the next", least=1, most=52),
        Field("months", "maanden", FieldKind.COUNT, "the months from one talk to the next, instead of weeks", least=1, most=12),
        Field("together", "samen", FieldKind.TRUTH, "whether client and case manager agreed this together", True),
        Field("ground", "grond", FieldKind.OPTION, "why it becomes more or less often", False, GROUNDS),
        Field("need", "behoefte", FieldKind.OPTION, "how much attention was agreed", False, NEEDS),
        Field("instruments", "instrumenten", FieldKind.TEXTS, "what was agreed to use, such as jobcoach"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreed interval, of weeks or of months, with its entry."""

    entry: Entry
    weeks: int
    months: int

    def after(self, day: date) -> date:
        """The day of the next talk after one on a day."""
        return months_after(day, self.months) if self.months else day + timedelta(self.weeks * _WEEK)

    @property
    def days(self) -> int:
        """About how many days, to compare two agreements by."""
        return self.months * _YEAR // 12 if self.months else self.weeks * _WEEK

    @property
    def at_maximum(self) -> bool:
        """Whether it is this often because the client does all that the client can."""
        return self.entry.body.get("ground") == AT_MAXIMUM


def agreement_of(dossier: Dossier, today: date) -> Agreement | None:
    """What holds on a day: the newest that was not withdrawn; None when that one has ended, or nothing was agreed."""
    agreed = [one for one in dossier.of(Kind.FREQUENCY) if one.day <= today]
    if not agreed:
        return None
    gone = {entry.body.get("about") for entry in dossier.of(Kind.WITHDRAWN)}
    agreed = [one for one in agreed if one.seq not in gone]
    newest = last_of(agreed)
    if newest is None or (newest.until is not None and newest.until < today):
        return None
    return _read(newest)


def _read(entry: Entry) -> Agreement:
    return Agreement(entry, int(str(entry.body.get("weeks", 0))), int(str(entry.body.get("months", 0))))


def judge(entry: Entry, dossier: Dossier, _: Office) -> Iterable[Remark]:
    """Weeks or months; together where the regime says so; and less often only with its ground."""
    if ("weeks" in entry.body) == ("months" in entry.body):
        raise InputError("weken or maanden: one of the two was expected. Say how long it is from one talk to the next.")
    decides = dossier.guidance.frequency_by if dossier.guidance else None
    alone = not entry.body.get("together")
    if alone and decides == "samen":
        raise NotAllowed("Under this guidance client and case manager decide together how often they talk. Talk about it first "
                         "(samen: ja).")  # fmt: skip
    if alone and decides == "inwoner" and entry.role is not Role.CLIENT:
        raise NotAllowed("Under this guidance the client decides how often you talk. Note what the client chose (samen: ja).")
    before = agreement_of(dossier, entry.day)
    if before is not None and _read(entry).days > before.days and entry.body.get("ground") not in _LONGER:
        raise InputError(f"grond: you talk less often from now on; one of {', '.join(sorted(_LONGER))} was expected. Say why.")
    return ()


def last_talk(dossier: Dossier) -> date | None:
    """The day of the last talk that took place, whoever began it; None when there was none."""
    return max((one.day for one in dossier.contacts if one.channel in PERSONAL and one.presence == "gekomen"), default=None)


def next_talk(dossier: Dossier, agreement: Agreement) -> date:
    """The proposed day: the agreed interval after the last talk, or after the agreement itself when nobody talked since."""
    return agreement.after(max(last_talk(dossier) or agreement.entry.day, agreement.entry.day))


def as_agreed(dossier: Dossier, today: date) -> bool | None:
    """Whether what was agreed is being kept on a day: the next talk is not overdue. None when nothing was agreed.

    Seldom because it was agreed so is kept (R-031).
    """
    agreement = agreement_of(dossier, today)
    return None if agreement is None else today <= next_talk(dossier, agreement)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The next talk that was agreed; and where they decide together, an agreement when there is none."""
    agreement = agreement_of(dossier, office.today)
    if has_left(dossier, office.today):
        return
    if agreement is not None:
        many, code = agreement.months or agreement.weeks, "agreed_month" if agreement.months else "agreed_week"
        yield Due(dossier.person, Reason.PROMISE, code if many == 1 else f"{code}s", next_talk(dossier, agreement),
                  f"entry {agreement.entry.seq}", True, office.terms.talk_minutes,
                  values={"many": many, "on": agreement.entry.day})  # fmt: skip
    elif dossier.guidance is not None and dossier.guidance.frequency_by == "samen":
        yield from _to_agree(dossier, office, dossier.guidance.source)


def _to_agree(dossier: Dossier, office: Office, source: str) -> Iterable[Due]:
    """An agreement is asked for soon after the guidance began, or as soon as the last one ended."""
    under, before = dossier.last(Kind.GUIDANCE), dossier.last(Kind.FREQUENCY)
    ended = before.until if before is not None else None
    if under is not None:
        by = ended or under.day + timedelta(office.terms.agree_days)
        yield Due(dossier.person, Reason.PLAN, "agree_frequency", by, source, True, office.terms.talk_minutes)


NOTION = Notion((FORM,), {Kind.FREQUENCY: judge}, dues)

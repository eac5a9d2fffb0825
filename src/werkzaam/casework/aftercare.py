# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving, and aftercare as the person wants it: offered to the young, asked of others, refused without a word (R-061, R-222)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.contacts import CHANNELS, last_contact
from werkzaam.casework.contracts import SIGNED
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, holding, text_of, withdrawn
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError, NotAllowed

SOURCE = "Eindrapport (002), hoofdstuk 7, Duurzame uitstroom"
TOWN, INDEPENDENT = "gemeente", "onafhankelijk"
OFFERED, ASKED = "aftercare_offer", "aftercare_ask"
"""What is due: an offer to the young, a question to others. Both are keys of sentences."""
REASONS = ("werk", "eigen_bedrijf", "studie", "verhuizing", "relatie", "anders")
"""Why somebody leaves."""
_NEAR = timedelta(7)
_MONTH = 30

EXIT = Form(
    Kind.EXIT, "exit set", "write down that a client leaves bijstand; the day is the first without",
    (
        Field("why", "waarom", FieldKind.OPTION, "why", True, REASONS),
        Field("employer", "werkgever", FieldKind.TEXT, "the employer"),
        Field("hours", "uren", FieldKind.COUNT, "hours a week", False, least=0, most=60),
        Field("note", "notitie", FieldKind.TEXT, "what the client wants kept"),
    ),
    frozenset({Role.SUPPORT, Role.INCOME, Role.LEAD}),
)  # fmt: skip
CHOICE = Form(
    Kind.AFTERCARE, "aftercare choose", "write down whether somebody wants aftercare, from whom and how much; until ends it",
    (
        Field("wanted", "gewenst", FieldKind.TRUTH, "whether the person wants it; no is enough, and needs no reason", True),
        Field("giver", "door", FieldKind.OPTION, "from whom", False, (TOWN, INDEPENDENT)),
        Field("organisation", "organisatie", FieldKind.TEXT, "which independent body"),
        Field("times", "keer_per_maand", FieldKind.COUNT, "how often a month, as the person wants", False, least=1, most=8),
        Field("channel", "kanaal", FieldKind.OPTION, "how", False, CHANNELS),
        Field("reach", "bereikbaar", FieldKind.TEXT, "a telephone number or address that may be passed on"),
        Field("wish", "wens", FieldKind.TEXT, "what the person wants help with; passed on to an independent body"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT, Role.AFTERCARE}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """Aftercare from the first day of work or of leaving: offered or asked, and until when."""

    code: str
    start: date
    until: date


def offer(start: date, born: date | None, terms: WorkTerms) -> Offer:
    """Half a year: offered to who is young on that day, a question to others and where the age is not known any more."""
    young = born is not None and start < months_after(born, 12 * terms.young_under)
    return Offer(OFFERED if young else ASKED, start, months_after(start, terms.aftercare_months))


def start_of(dossier: Dossier, today: date) -> date | None:
    """The day that aftercare counts from: of leaving, or else the start of the work that runs; None after a return."""
    left = _since_return(dossier, Kind.EXIT, today)
    if left:
        return max(one.day for one in left)
    running = [one for one in holding(dossier, today, Kind.CONTRACT) if text_of(one, "status") == SIGNED]
    recent = _since_return(dossier, Kind.CONTRACT, today)
    return min((one.day for one in running if one in recent), default=None)


def choice_of(dossier: Dossier, today: date) -> Entry | None:
    """What the person chose last since they were last on bijstand; None when they did not yet."""
    chosen = _since_return(dossier, Kind.AFTERCARE, today)
    return last_of(chosen)


def _since_return(dossier: Dossier, kind: Kind, today: date) -> list[Entry]:
    """The entries of a kind up to today that were not taken back and came after the last return."""
    back = max((one.order for one in dossier.of(Kind.RETURN) if one.day <= today), default=(date.min, 0))
    return [one for one in dossier.of(kind) if back < one.order and one.day <= today and not withdrawn(dossier, one)]


def judge_exit(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """Leaving is remarked with what is offered, until when, and how easy the way back is."""
    found = offer(entry.day, dossier.born, office.terms.work)
    yield Remark(f"{found.code}_told", {"until": found.until})
    yield Remark("way_back_told", {"until": months_after(entry.day, office.terms.return_months)})


def judge_choice(entry: Entry, _dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """Who wants it says from whom; an independent body gets what may be passed on, and nothing else."""
    if entry.body.get("wanted") is not True:
        yield Remark("aftercare_refused")
        return
    giver = entry.body.get("giver")
    if giver is None:
        raise InputError(f"door: say from whom the person wants aftercare: {TOWN} or {INDEPENDENT}.")
    if giver == INDEPENDENT and not (entry.body.get("reach") and entry.body.get("wish")):
        raise NotAllowed("bereikbaar, wens: an independent body gets how to reach the person and what they want; ask for both.")


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """What is owed: an offer or a question in the first weeks, or the contacts that the person chose; nothing after a no."""
    start = start_of(dossier, office.today)
    if start is None:
        return
    terms, chosen = office.terms.work, choice_of(dossier, office.today)
    found = offer(start, dossier.born, terms)
    if office.today > ((chosen.until if chosen else None) or found.until):
        return  # It ends by itself: nobody is asked or called any more, whatever was missed.
    if chosen is None:
        yield from _weeks(dossier, found, found.code, office)
    elif chosen.body.get("wanted") is not True:
        return
    elif chosen.body.get("giver") == INDEPENDENT:
        if not any(one.role is Role.AFTERCARE and one.day >= chosen.day for one in dossier.entries):
            yield Due(dossier.person, Reason.AFTERCARE, "aftercare_refer", chosen.day + timedelta(terms.referral_days), SOURCE)
    elif count_of(chosen, "times"):
        yield from _often(dossier, found, chosen, office)
    else:
        yield from _weeks(dossier, found, "aftercare_contact", office)


def _weeks(dossier: Dossier, found: Offer, code: str, office: Office) -> Iterator[Due]:
    """After two, six and twelve weeks; a contact near that day or later is one of them."""
    for weeks in office.terms.work.aftercare_weeks:
        by = found.start + timedelta(weeks=weeks)
        if (last_contact(dossier) or date.min) < by - _NEAR:
            yield Due(dossier.person, Reason.AFTERCARE, code, by, SOURCE, code != ASKED, office.terms.talk_minutes,
                      values={"until": found.until, "weeks": weeks})  # fmt: skip


def _often(dossier: Dossier, found: Offer, chosen: Entry, office: Office) -> Iterator[Due]:
    """As often as the person wants, counted from the last time that you spoke, and not before they left."""
    until = chosen.until or found.until
    by = max(last_contact(dossier) or date.min, chosen.day, found.start) + timedelta(_MONTH // (count_of(chosen, "times") or 1))
    if by <= until:
        yield Due(dossier.person, Reason.AFTERCARE, "aftercare_contact", by, SOURCE, True, office.terms.talk_minutes,
                  values={"until": until, "weeks": 0})  # fmt: skip


NOTION = Notion(
    (EXIT, CHOICE), {Kind.EXIT: judge_exit, Kind.AFTERCARE: judge_choice}, dues, about=frozenset({Kind.EXIT, Kind.CONTRACT})
)

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a case file as facts for the ledger: of whom, about which days, how much, and by whom it was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from werkzaam.app.extra_work import HOURS_A_WEEK
from werkzaam.app.ledger.body import Row, kept
from werkzaam.app.ledger.household_file import CHANGE, HOLIDAY_FOR_CLAIM, WHOLE_MONTH
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.store.facts import Fact, canonical

_HOURS = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


@dataclass(frozen=True, slots=True)
class NewFact:
    """A row to record: `person` is a number, `job` the name of a job or other source, `cents` its main amount."""

    kind: str
    row: Row
    valid_from: date
    valid_to: date | None = None
    person: int | None = None
    job: str | None = None
    cents: int | None = None
    source: str = "opgave"

    def fact(self, supersedes: int | None = None) -> Fact:
        """As the store takes it."""
        return Fact(self.kind, kept(self.row), self.valid_from, self.source, self.valid_to, self.person, self.job, self.cents,
                    supersedes)  # fmt: skip

    @property
    def key(self) -> str:
        """What makes the same report the same: whoever sends it again, in whatever file, adds nothing (S10)."""
        said = {name: value for name, value in self.row.items() if name not in ("bron", "bekend_op")}
        return f"{self.kind} {digest(self.kind, self.person, canonical(kept(said)))}"


def wage(row: Row, person: int) -> NewFact:
    """A payslip, or a correction of one."""
    kind = "correction" if row.get("correctie") else "wage"
    return NewFact(kind, row, row["gewerkt_van"], row["gewerkt_tot"], person, row["baan"], parse_euro(row["netto"]), row["bron"])


def estimate(row: Row, person: int) -> NewFact:
    """An estimate that was made for a job and a month."""
    month = Month.parse(row["maand"])
    cents = parse_euro(row["netto"]) if "netto" in row else None
    return NewFact("estimate", row, month.first_day, month.last_day, person, row["baan"], cents, row.get("bron", "schatting"))


def income(row: Row, person: int) -> NewFact:
    """Other money than wages."""
    received: date = row["ontvangen_op"]
    first: date = row.get("van", received)
    cents, said = parse_euro(row["bedrag"]), row.get("bron", "opgave")
    return NewFact("income", row, first, row.get("tot", received), person, row.get("naam"), cents, said)


def gift(row: Row) -> NewFact:
    """What the municipality decided to count of gifts in a month."""
    month = Month.parse(row["maand"])
    return NewFact("gift", row, month.first_day, month.last_day, cents=parse_euro(row["telt_mee"]), source=row["besluit"])


def person(row: Row, since: date) -> NewFact:
    """Somebody who lives in the home."""
    return NewFact("person", row, since, None, int(row["nummer"]))


def home(row: Row) -> NewFact:
    """The household itself, from its first month on."""
    return NewFact("household", row, Month.parse(row["eerste_maand"]).first_day)


def end_of_job(row: Row, person: int) -> NewFact:
    """The last day of a job."""
    kept = {"soort": "einde_baan", "persoon": row["persoon"], "baan": row["baan"], "tot": row["tot"]}
    return NewFact("arrangement", kept, row["tot"], None, person, row["baan"])


def agreed_amount(row: Row, person: int) -> NewFact:
    """A net amount a month that was agreed as the estimate of a job."""
    cents = parse_euro(row["netto"])
    kept = {"soort": "vast_bedrag", "persoon": row["persoon"], "baan": row["baan"], "van": row["van"], "cents": cents}
    return NewFact("arrangement", kept, row["van"], None, person, row["baan"], cents)


def fixed_payment(row: Row) -> NewFact:
    """Somebody who is paid from the benefit by agreement, such as a landlord."""
    cents = parse_euro(row["bedrag"])
    kept = {"soort": "vaste_betaling", "aan": row["aan"], "naam": row["naam"], "van": row["van"], "cents": cents}
    if "tot" in row:
        kept["tot"] = row["tot"]
    return NewFact("arrangement", kept, row["van"], row.get("tot"), None, row["aan"], cents)


def holiday_for_claim(row: Row) -> NewFact:
    """So many cents a year of the holiday allowance of bijstand that the person chose to pay a claim with."""
    cents = parse_euro(row["bedrag"])
    if cents <= 0:
        raise InputError(f"bedrag: an amount above zero was expected, of the holiday allowance of a year; found {row['bedrag']}.")
    kept = {"soort": HOLIDAY_FOR_CLAIM, "van": row["van"], "cents": cents}
    if "tot" in row:
        kept["tot"] = row["tot"]
    return NewFact("arrangement", kept, row["van"], row.get("tot"), cents=cents)


def contract(row: Row, person: int) -> NewFact:
    """Hours a week and a net hourly wage from a day on, in a new job or one with other hours than before."""
    hours = _hours(row["uren"])
    kept = {"soort": "contract", "persoon": row["persoon"], "baan": row["baan"], "van": row["van"], "uren": hours,
            "uurloon": parse_euro(row["netto_uurloon"])}  # fmt: skip
    if "uren_eerder" in row:
        kept["uren_eerder"] = _hours(row["uren_eerder"])
    return NewFact("arrangement", kept, row["van"], None, person, row["baan"], kept["uurloon"])


def _hours(text: object) -> str:
    """Hours a week as they are kept: `12`, `7.5`, or `0` for none."""
    found = str(text).strip().replace(",", ".")
    if not _HOURS.fullmatch(found) or Fraction(found) > HOURS_A_WEEK:
        raise InputError(f'Hours a week were expected as "12" or "7.5", at most {HOURS_A_WEEK}; found {text!r}.')
    return found


def end_of_bijstand(row: Row) -> NewFact:
    """The last day with bijstand."""
    return NewFact("arrangement", {"soort": "einde_bijstand", "tot": row["tot"]}, row["tot"])


def begun_again(day: date) -> NewFact:
    """Bijstand goes on from a day with what is known: a new period of the same household."""
    return NewFact("arrangement", {"soort": "herstart", "van": day}, day, source="herstart")


def change(row: Row, persons: Sequence[Row] = ()) -> NewFact:
    """Who comes, leaves or dies, and how the household lives from then on; `persons` are the rows of who is new."""
    day = row["op"] if "overleden" in row else row["van"]
    new = {"personen": [dict(one) for one in persons]} if persons else {}
    return NewFact("arrangement", {"soort": CHANGE, **row, **new}, day)


def whole_month(row: Row) -> NewFact:
    """By which of its days a month counts in which the household changed, as an officer said with a reason."""
    month = Month.parse(row["maand"])
    kept = {"soort": WHOLE_MONTH, "maand": str(month), "zoals_op": row["zoals_op"], "reden": row["reden"]}
    return NewFact("arrangement", kept, month.first_day, month.last_day, source="besluit")


def consent(row: Row) -> NewFact:
    """Somebody allows, from a day until a day, that known income is looked at after bijstand ended."""
    kept = {"van": row["van"], "tot": row["tot"]}
    if row["tot"] < row["van"]:
        raise InputError(f"A consent ends after it begins; found {row['van']} to {row['tot']}.")
    return NewFact("consent", kept, row["van"], row["tot"], source="toestemming")


ARRANGEMENTS: Mapping[str, tuple[str, ...]] = {
    "einde_baan": ("persoon", "baan", "tot"),
    "vast_bedrag": ("persoon", "baan", "netto", "van"),
    "contract": ("persoon", "baan", "uren", "uren_eerder", "netto_uurloon", "van"),
    "einde_bijstand": ("tot",),
    HOLIDAY_FOR_CLAIM: ("bedrag", "van", "tot"),
    "vaste_betaling": ("aan", "naam", "bedrag", "van", "tot"),
}
"""What can be agreed or reported, and the keys of each."""
_OF_PERSON: Mapping[str, Callable[[Row, int], NewFact]] = {
    "einde_baan": end_of_job,
    "vast_bedrag": agreed_amount,
    "contract": contract,
}


def arrangement(row: Row, persons: Mapping[str, int]) -> NewFact:
    """What was agreed about a job or a payment; raises InputError for another kind."""
    kind = str(row.get("soort"))
    if kind not in ARRANGEMENTS:
        raise InputError(f"soort: one of {', '.join(ARRANGEMENTS)} was expected; found {kind!r}.")
    if kind in _OF_PERSON:
        return _OF_PERSON[kind](row, persons[row["persoon"]])
    if kind == HOLIDAY_FOR_CLAIM:
        return holiday_for_claim(row)
    return end_of_bijstand(row) if kind == "einde_bijstand" else fixed_payment(row)

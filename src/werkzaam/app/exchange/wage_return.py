# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What one income relationship in a wage tax return says, and the row of a case file that it becomes.

Which elements there are and where they stand follows open software that writes the return; what a wage is made of is inferred
from the uniform net wage (Regeling 7a, L9 and L10 of our facts). docs/reference/exchange.md marks what is inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.elements import BadElement, read, read_if, words, yes
from werkzaam.app.exchange.reported import PAID_ON_UNKNOWN, Standing
from werkzaam.app.exchange.xml_reading import Element
from werkzaam.core.money import plain_euro
from werkzaam.rules.loontijdvak import FOUR_WEEKS, days_in, tijdvak_of

INITIAL, WITHDRAWAL = "InkomstenverhoudingInitieel", "InkomstenverhoudingIntrekking"
COLLECTIVE = "CollectieveAangifte"
RETURN = "loonaangifte "
"""How `bron` begins where a wage was read in a wage tax return."""
CORRECTION, FULL, ADDED = "TijdvakCorrectie", "VolledigeAangifte", "AanvullendeAangifte"
_ROOT = ("Loonaangifte", "AdministratieveEenheid")
_PLACES = {
    (*_ROOT, "TijdvakAangifte", FULL): Standing.NEW,
    (*_ROOT, "TijdvakAangifte", ADDED): Standing.REPLACES,
    (*_ROOT, CORRECTION): Standing.REPLACES,
}
KINDS = {**dict.fromkeys(("11", "13", "15", "17"), "werk"), "31": "ziekengeld",
         **dict.fromkeys(("18", "32", "33", "39", "40"), "uitkering")}  # fmt: skip
"""Income codes (SrtIV) that a case file has a `loonsoort` for: wages, sick pay, and benefits from former work."""
APART = {
    "VakBsl": "holiday money was paid, and the return does not tell its net amount",
    "OpnAvwb": "extra pay of a longer period was paid, and the return does not tell its net amount or its months",
    "LnTabBB": "a part is taxed at the special rate, and the return does not tell its net amount or its months",
}
"""Amounts within the taxable wage that do not simply count in the period, and why a person has to look."""
NOT_USED = {
    "OpgRchtVakBsl": "holiday money built up is told gross, and a case needs it net; it was not used",
    "OpbAvwb": "extra pay built up is told gross, and a case needs it net; it was not used",
}
_AMOUNTS = ("LnLbPh", "IngLbPh", "BijdrZvw", "WrdPrGebrAut", "WrknBijdrAut", "LnInGld", "Reisk", *APART, *NOT_USED)
_NEEDED = ("LnLbPh", "IngLbPh")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WAGE_OVERVIEW = _names(f"DatAanvTv DatEindTv {COLLECTIVE} {INITIAL} {WITHDRAWAL}")
KNOWN = {
    "Loonaangifte": _names("Bericht AdministratieveEenheid"),
    "Bericht": _names("IdBer DatTdAanm ContPers TelNr RelNr GebrSwPakket"),
    "AdministratieveEenheid": _names("LhNr NmIP TijdvakAangifte TijdvakCorrectie"),
    "TijdvakAangifte": _names(f"DatAanvTv DatEindTv {FULL} {ADDED}"),
    FULL: _WAGE_OVERVIEW, ADDED: _WAGE_OVERVIEW, CORRECTION: _WAGE_OVERVIEW,
    INITIAL: _names("NumIV DatAanv DatEind CdRdnEindArbov PersNr NatuurlijkPersoon Inkomstenperiode Werknemersgegevens Sector"),
    WITHDRAWAL: _names("NumIV SofiNr PersNr"),
    "NatuurlijkPersoon": _names("SofiNr Voorl Voorv SignNm Gebdat Nat Gesl AdresBinnenland AdresBuitenland"),
    "Inkomstenperiode": _names(
        "DatAanv SrtIV CdAard CdInvlVpl FsIndFZ CAO CdCaoInl IndArbovOnbepTd IndSchriftArbov IndOprov IndJrurennrm "
        "IndPubAanOnbepTd IndAvrLkvOudrWn IndAvrLkvAgWn IndAvrLkvDgBafSb IndAvrLkvHpAgWn IndLhKort CdRdnGnBijt LbTab IndWAO "
        "IndWW IndZW IndWgldOudRegl CdZvw IndVakBn IndSA71 IndSA72 IndSA03 CdIncInkVerm"),
    "Werknemersgegevens": _names(
        "LnLbPh LnSV PrlnAofAnwLg PrlnAofAnwHg PrlnAofAnwUit PrlnWhkAnw PrlnAwfAnwLg PrlnAwfAnwHg PrlnAwfAnwHz PrlnAwfAnwUit "
        "PrLnUfo LnTabBB VakBsl OpgRchtVakBsl OpnAvwb OpbAvwb LnInGld WrdLn LnOwrk VerstrAanv IngLbPh PrAofLg PrAofHg PrAofUit "
        "OpslWko PrGediffWhk PrAwfLg PrAwfHg PrAwfHz PrAwfUit PrUFO BijdrZvw WghZvw WrdPrGebrAut WrknBijdrAut Reisk VerrArbKrt "
        "AantVerlU Ctrctln AantCtrcturenPWk BedrRntKstvPersl BedrAlInWWB BedrRchtAl"),
}  # fmt: skip
"""The elements that may stand in each; what stands in the collective part and in Sector is not looked at."""


@dataclass(frozen=True, slots=True)
class Period:
    """The period that a part of a return is about, and whose return it is."""

    first: date
    last: date
    standing: Standing
    corrected: bool
    employer: str
    number: str


@dataclass(frozen=True, slots=True)
class Relationship:
    """One income relationship in one period: days, codes, and the amounts that are used, in cents by element."""

    serial: int
    began: date | None
    ended: date | None
    kinds: tuple[str, ...]
    credit: bool
    amounts: dict[str, int]

    @property
    def car(self) -> int:
        """The taxed value of a company car less what the employee pays for it; never below zero."""
        return max(self.amounts["WrdPrGebrAut"] - self.amounts["WrknBijdrAut"], 0)

    @property
    def net(self) -> int:
        """Taxable wage less tax, Zvw contribution and car (L10), without the premium of which the percentage is not known."""
        return self.amounts["LnLbPh"] - self.amounts["IngLbPh"] - self.amounts["BijdrZvw"] - self.car

    @property
    def below_zero(self) -> str | None:
        """The first element with an amount below zero, or LnLbPh when the net wage is."""
        found = next((name for name, cents in self.amounts.items() if cents < 0), None)
        return found or ("LnLbPh" if self.net < 0 else None)

    def said(self) -> dict[str, str]:
        """The amounts that are not nothing, and the codes, as text."""
        return _not_nothing(self.amounts) | {"SrtIV": " ".join(self.kinds), "IndLhKort": "J" if self.credit else "N"}


def period_of(above: Sequence[Element]) -> Period:
    """The period in whose part of the return something stands; raises BadElement where nothing may stand."""
    path = tuple(element.name for element in above)
    if path not in _PLACES:
        raise BadElement(
            "/".join(path[-2:])[:100], "no wage stands here; it stands in the period of a return, or in the correction of one."
        )
    unit, period = above[1], above[2]
    first, last = read(period, "DatAanvTv", cells.day), read(period, "DatEindTv", cells.day)
    if last < first:
        raise BadElement("DatEindTv", f"a day on or after {first} was expected; found {last}.")
    employer, number = read(unit, "NmIP", words), read(unit, "LhNr", words)
    return Period(first, last, _PLACES[path], period.name == CORRECTION, employer, number)


def relationship_of(element: Element) -> Relationship:
    """What an `InkomstenverhoudingInitieel` says; raises BadElement at the first thing that cannot be right."""
    wage = element.one("Werknemersgegevens")
    if wage is None:
        raise BadElement("Werknemersgegevens", "it is missing.")
    amounts = {
        name: read(wage, name, cells.decimal) if name in _NEEDED else read(wage, name, cells.decimal, 0) for name in _AMOUNTS
    }
    periods = element.all("Inkomstenperiode")
    if not periods:
        raise BadElement("Inkomstenperiode", "it is missing, and with it what kind of income this is.")
    kinds = tuple(sorted({read(one, "SrtIV", words) for one in periods}))
    credit = all(read(one, "IndLhKort", yes) for one in periods)
    began, ended = (read_if(element, name, cells.day_of_a_life) for name in ("DatAanv", "DatEind"))
    return Relationship(serial_of(element), began, ended, kinds, credit, amounts)


def serial_of(element: Element) -> int:
    """The number of the income relationship with its employer."""
    return read(element, "NumIV", cells.number)


def owner_number(element: Element) -> str:
    """The citizen service number of whose wage it is."""
    person = element.one("NatuurlijkPersoon") or element
    if person.said("SofiNr") is None:
        raise BadElement("SofiNr", "it is missing. A wage without a citizen service number cannot be anybody's here.")
    return read(person, "SofiNr", cells.bsn)


def days_of(period: Period, found: Relationship) -> tuple[date, date]:
    """The days of the period on which the relationship was there; all of them when it ended before."""
    if found.began and found.began > period.last:
        raise BadElement("DatAanv", f"a day up to {period.last} was expected; found {found.began}.")
    if _ended_before(period, found):
        return period.first, period.last
    return max(period.first, found.began or period.first), min(period.last, found.ended or period.last)


def _ended_before(period: Period, found: Relationship) -> bool:
    return found.ended is not None and found.ended < period.first


def remarks_about(period: Period, found: Relationship) -> Iterator[str]:
    """What was told and not used."""
    yield from (f"{name}: {why}" for name, why in NOT_USED.items() if found.amounts[name])
    if not found.credit:
        yield ("IndLhKort: the employer does not apply the tax credit, which counts all the same (art. 31(1) Participatiewet); "
               "a person has to add gemiste_heffingskorting, unless another employer applies it")  # fmt: skip
    if _ended_before(period, found):
        yield "DatEind: the job ended before the period; all days of the period were taken"


def questions_about(found: Relationship) -> str:
    """Why a person has to look before this wage may count; empty when nobody has to."""
    why = [f"{name}: {reason}" for name, reason in APART.items() if found.amounts[name]]
    if len(found.kinds) > 1:
        why.append(f"SrtIV: two kinds of income in one period, {' and '.join(found.kinds)}")
    elif found.kinds[0] not in KINDS:
        why.append(f"SrtIV: {found.kinds[0]} is no kind of wage known here")
    return "; ".join(why)


def source_of(period: Period) -> str:
    """What `bron` says: of one employer and period it is the same in every return."""
    return f"{RETURN}{period.number} over {period.first} tot en met {period.last}, {PAID_ON_UNKNOWN}"


def job_of(period: Period, serial: int) -> str:
    """What the job is called: the employer, with a number from the second relationship on."""
    return period.employer if serial == 1 else f"{period.employer} ({serial})"


def case_row(period: Period, found: Relationship) -> dict[str, object]:
    """The row of a case file's `[[loon]]`, without what does not differ from nothing."""
    first, last = days_of(period, found)
    row = bare_row(period, found.serial, first, last) | {"netto": plain_euro(found.net)}
    kind = KINDS[found.kinds[0]]
    row |= _not_nothing({"bruto": found.amounts["LnInGld"], "reiskosten_onbelast": found.amounts["Reisk"]})
    row |= {} if kind == "werk" else {"loonsoort": kind}
    row |= {"correctie": True} if found.below_zero else {}
    tax, wage = plain_euro(found.amounts["IngLbPh"]), plain_euro(found.amounts["LnLbPh"])
    returned: dict[str, object] = {"loon_voor_heffing": wage, "ingehouden_loonheffing": tax}
    returned |= _not_nothing({"ingehouden_zvw": found.amounts["BijdrZvw"], "voordeel_auto": found.car})
    returned |= {} if kind == "werk" else {"dienstbetrekking": False}
    return row | {"loonaangifte": returned}


def _not_nothing(amounts: Mapping[str, int]) -> dict[str, str]:
    return {name: plain_euro(cents) for name, cents in amounts.items() if cents}


def bare_row(period: Period, serial: int, first: date, last: date) -> dict[str, object]:
    """The part of a row that only says which job, which days and where it was read."""
    unnamed = days_in(first, last) == FOUR_WEEKS and tijdvak_of(first, last) is None
    return {
        "baan": job_of(period, serial), "gewerkt_van": first, "gewerkt_tot": last, "betaald_op": period.last,
        **({"tijdvak": "vier_weken"} if unnamed else {}),
        "bron": source_of(period),
    }  # fmt: skip

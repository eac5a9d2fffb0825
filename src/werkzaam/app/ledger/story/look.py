# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a story expects after a step, beside what the ledger says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from werkzaam.app.ledger.changes import Changed, Held
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import set_aside
from werkzaam.app.ledger.story.act import Done
from werkzaam.app.ledger.told import code_of, told
from werkzaam.app.rows import Row
from werkzaam.app.stories import Outcome
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision, OutOfTerm, Proposal
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.volatility import MonthOutcome, by_cause, volatility
from werkzaam.store.accounts import accounts_on
from werkzaam.store.claims import ClaimState, claims
from werkzaam.store.decisions import decisions, last_decisions
from werkzaam.store.events import events
from werkzaam.store.payments import Payment, payments
from werkzaam.store.premiums import premiums_of
from werkzaam.store.proposals import waiting as beside
from werkzaam.store.queue import Task, queue

KINDS = {"decided": "besloten", "proposed": "wacht", "out_of_term": "te laat", "awaiting": "wacht op de loonstrook"}
"""What a run does with a month, in the words of a story."""
RESULTS = {"decided": "besloten", "unchanged": "onveranderd", "held": "vastgehouden"}
"""What a run does with a household."""
TASKS = {"proposal": "voorstel", "out_of_term": "te laat", "account": "rekening", "dispute": "bezwaar", "held": "vastgehouden",
         "premium": "premie", "check": "nakijken", "question": "vraag",
         "bank": "bank", "upheld": "bezwaar gegrond",
         "awaiting_payslip": "wacht op de loonstrook"}  # fmt: skip
"""What waits for a human."""
ASKED = {"left": "vertrokken?", "no_account": "niet betaald", "unwritable": "niet betaald", "refused": "geweigerd",
         "double": "tegengehouden", "file_refused": "bestand geweigerd", "file_double": "bestand tegengehouden",
         "premium_own": "eigen rekening", "premium_estate": "rekening van de erven"}  # fmt: skip
"""What somebody is asked to find out, by the code that was kept."""
_PAID_BY = {"decision": "betaling", "recovery": "teruggave", "premium": "premie"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a story looks: the desk after a step, the household, its last event before the step, and what the step came to."""

    desk: Desk
    household: int
    before: int
    done: Done

    @property
    def place(self) -> tuple[str, int]:
        """The town and the household, as the store asks for them."""
        return self.desk.town.id, self.household


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of expectation: the keys beside its own, and how it is looked at."""

    keys: tuple[str, ...]
    at: Callable[[Seen, Row], Iterable[Outcome]]


# -- a month -----------------------------------------------------------------------------------------


def of_month(seen: Seen, row: Row) -> Iterator[Outcome]:
    """What is decided of a month, as known now or at the end of an earlier day."""
    month, upto = row.month("maand"), None
    if "zoals_bekend_op" in row.values:
        upto = seen.desk.known_on(seen.household, row.day("zoals_bekend_op"))
    decided = last_decisions(seen.desk.database, *seen.place, upto).get(month)
    waiting = _waiting(seen, month, upto, decided.decision.version if decided else 0)
    what = f"{month}{' as known on ' + str(row.day('zoals_bekend_op')) if upto is not None else ''}"
    yield from _texts(row, what, {
        "status": _status(decided.decision if decided else None, waiting),
        "oorzaak": _cause(decided.decision.cause if decided else None),
        "versie": str(decided.decision.version if decided else 0),
        "besloten_door": (decided.decision.approved_by or "niemand") if decided else "niemand",
    })  # fmt: skip
    claim = claims(seen.desk.database, *seen.place, upto).get(month)
    yield from _amounts(row, what, {
        "recht": decided.decision.due.cents if decided else 0, "betaald": decided.decision.paid_after if decided else 0,
        "vordering": decided.decision.claim_after if decided else 0, "voorstel": waiting.due.cents if waiting else 0,
        "ingehouden": claim.recovered if claim else 0, "betwist": _contested(seen, claim), "opzij": _aside(seen, claim),
    })  # fmt: skip
    if "regels" in row.values:
        lines = {line.name: line.cents for line in decided.decision.due.lines} if decided else {}
        yield _money_table(row, f"{what} regels", "regels", lines)


def _contested(seen: Seen, state: ClaimState | None) -> int:
    return state.value(seen.desk.today, seen.desk.town.notice_days).contested if state else 0


def _aside(seen: Seen, state: ClaimState | None) -> int:
    return set_aside(state.value(seen.desk.today, seen.desk.town.notice_days)) if state else 0


def _waiting(seen: Seen, month: Month, upto: int | None, version: int) -> Proposal | OutOfTerm | None:
    """What an officer must decide of a month."""
    for one in beside(seen.desk.database, *seen.place, upto=upto, last=True):
        asked = isinstance(one.value, Proposal | OutOfTerm) and one.outcome is None and one.version == version + 1
        if asked and one.value.month == month:
            return one.value  # type: ignore[return-value]
    return None


def _status(decided: Decision | None, waiting: Proposal | OutOfTerm | None) -> str:
    if waiting:
        return "wacht" if isinstance(waiting, Proposal) else "te laat"
    if decided is None:
        return "niet besloten"
    return "voorlopig" if decided.due.provisional else "besloten"


# -- what a run changed ------------------------------------------------------------------------------


def changed(seen: Seen, row: Row) -> Iterator[Outcome]:
    """One month as the run or its trial shows it: was, becomes, difference, cause."""
    month = row.month("verandert")
    found = next((one for one in _view_rows(seen) if isinstance(one, Changed) and one.month == month), None)
    what = f"change of {month}"
    if found is None:
        yield Outcome(what, "a row", "none")
        return
    yield from _amounts(
        row, what, {"was": found.was or 0, "wordt": found.becomes, "verschil": found.difference, "betaalt": found.pays}
    )
    yield from _texts(row, what, {"oorzaak": _cause(found.cause), "status": KINDS[found.kind]})


def result(seen: Seen, row: Row) -> Iterator[Outcome]:
    """What the run did with the household, what it pays, and why it was held."""
    view = seen.done.view
    found = ", ".join(RESULTS.get(name, name) for name in view.results) if view else "no run"
    yield Outcome("run", row.text("uitslag"), found)
    if view:
        yield from _amounts(row, "run", {"betaalt": view.paid, "premie": view.premium, "ingehouden": view.withheld})
    if "omdat" in row.values:
        why = " ".join(told(one.why, "nl") for one in _view_rows(seen) if isinstance(one, Held))
        yield _words("held", row.text("omdat"), why)
    if "maanden" in row.values:
        months = [f"{one.month} {KINDS[one.kind]}" for one in _view_rows(seen) if isinstance(one, Changed)]
        yield Outcome("months of the run", ", ".join(row.texts("maanden")) if row.values["maanden"] else "", ", ".join(months))


def _view_rows(seen: Seen) -> list[Changed | Held]:
    return seen.done.view.rows if seen.done.view else []


# -- money that goes out -----------------------------------------------------------------------------


def paid(seen: Seen, row: Row) -> Iterator[Outcome]:
    """What this step pays for a month: how much, in which parts, and whose account it goes to."""
    kind = next(key for key in _PAID_BY.values() if key in row.values)
    month = row.month(kind)
    found = [one for one in _payments(seen, kind) if one.month == month]
    what = f"{kind} {month}"
    yield from _amounts(row, what, {"bedrag": sum(one.cents for one in found)})
    if "delen" in row.values:
        parts: Counter[str] = Counter()
        for part in (part for one in found for part in one.parts):
            parts[_payee(part)] += part.cents
        yield _money_table(row, f"{what} delen", "delen", parts)
    if "naar_rekening_van" in row.values:
        account = accounts_on(seen.desk.database, seen.place[0], seen.desk.today, seen.household).get((seen.household, "persoon"))
        yield Outcome(f"{what} account", row.text("naar_rekening_van"), account.holder if account else "niemand")


def _payments(seen: Seen, kind: str) -> list[Payment]:
    """The payments of this step that an event of a kind made."""
    kinds = {event.hseq: _PAID_BY.get(event.kind) for event in events(seen.desk.database, *seen.place)}
    found = payments(seen.desk.database, *seen.place)
    return [one for one in found if one.hseq > seen.before and kinds[one.hseq] == kind]


def _payee(part: Part) -> str:
    if part.kind is PartKind.ACCOUNT:
        return "rekening" if part.ref == "persoon" else part.ref
    if part.kind is PartKind.RECOVERY:
        return f"{'vakantietoeslag' if part.agreed else 'inhouding'} {part.ref}"
    return part.name


def premium(seen: Seen, row: Row) -> Iterator[Outcome]:
    """The premium that this step awards in a month, and what waits for a next one or lowers it."""
    month = row.month("premie")
    found = [
        one.award for one in premiums_of(seen.desk.database, *seen.place) if one.hseq > seen.before and one.pay_month == month
    ]
    yield from _amounts(row, f"premie {month} award", {"opgebouwd": sum(one.built for one in found)})
    yield from paid(seen, row)


def transferred(seen: Seen, row: Row) -> Iterator[Outcome]:
    """The transfers of the payment file of this step, by the holder of the account."""
    found: Counter[str] = Counter()
    for one in seen.done.transfers:
        found[one.holder] += one.cents
    yield _money_table(row, "transfers", "overboekingen", found)


def file_named(seen: Seen, row: Row) -> Iterator[Outcome]:
    """The payment file of this step: the same one again, or a new one."""
    yield Outcome("file", row.text("bestand"), seen.done.file_id or "none")


# -- people and counts -------------------------------------------------------------------------------


def waits(seen: Seen, row: Row) -> Iterator[Outcome]:
    """Everything that waits for a human, and nothing else."""
    expected = sorted(row.texts("wachtrij")) if row.values["wachtrij"] else []
    found = sorted(_task(one) for one in queue(seen.desk.database, seen.desk.town.id))
    yield Outcome("queue", ", ".join(expected) or "empty", ", ".join(found) or "empty")


def _task(task: Task) -> str:
    if code_of(task.text) in ASKED:
        return ASKED[code_of(task.text)]
    kind = TASKS.get(task.kind, task.kind)
    return f"{kind} {task.text}" if task.kind in ("proposal", "out_of_term", "awaiting_payslip") else kind


def refused(seen: Seen, row: Row) -> Iterator[Outcome]:
    """The step was refused, with these words."""
    yield _words("refused", row.text("geweigerd"), seen.done.refused)


def recorded(seen: Seen, row: Row) -> Iterator[Outcome]:
    """How many rows were new, and how many were known already."""
    done = seen.done.recorded
    yield Outcome("new rows", str(row.whole("nieuw")), str(done.new if done else 0))
    if "al_bekend" in row.values:
        yield Outcome("known rows", str(row.whole("al_bekend")), str(done.already if done else 0))


def share_corrected(seen: Seen, row: Row) -> Iterator[Outcome]:
    """How many of the decided months were corrected (R-072)."""
    by_month: dict[Month, list[Decision]] = {}
    for one in decisions(seen.desk.database, *seen.place):
        by_month.setdefault(one.decision.month, []).append(one.decision)
    found = volatility([MonthOutcome(month, tuple(each), 0, 0) for month, each in sorted(by_month.items())])
    yield Outcome("corrected", row.text("gecorrigeerd"), f"{found.corrected} van {found.months}")
    yield from _amounts(row, "volatility", {"grootste_vordering": found.largest_reclaim})
    if "aandeel" in row.values:
        yield Outcome("share corrected", row.text("aandeel"), str(found.corrected_share))


def causes(seen: Seen, row: Row) -> Iterator[Outcome]:
    """How many corrections had each cause; those that never occur may be left out."""
    counts = by_cause(one.decision for one in decisions(seen.desk.database, *seen.place))
    found = {cause.stored: number for cause, number in counts.items() if number}
    yield Outcome("causes", str(dict(sorted(row.values["oorzaken"].items()))), str(dict(sorted(found.items()))))


# -- values beside each other ------------------------------------------------------------------------


def _amounts(row: Row, what: str, found: Mapping[str, int]) -> Iterator[Outcome]:
    """The amounts that the row names."""
    for key, cents in found.items():
        if key in row.values:
            yield Outcome(f"{what} {key}", format_euro(row.cents(key)), format_euro(cents))


def _texts(row: Row, what: str, found: Mapping[str, str]) -> Iterator[Outcome]:
    """The words or numbers that the row names."""
    for key, value in found.items():
        if key in row.values:
            yield Outcome(f"{what} {key}", str(row.values[key]), value)


def _money_table(row: Row, what: str, key: str, found: Mapping[str, int]) -> Outcome:
    expected = {name: row.euros(f"{key}.{name}", text) for name, text in row.values[key].items()}
    return Outcome(what, _shown(expected), _shown(found))


def _shown(amounts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {format_euro(amounts[name])}" for name in sorted(amounts)) or "nothing"


def _words(what: str, expected: str, found: str) -> Outcome:
    """Words that must stand in what was said."""
    return Outcome(what, expected, expected if expected in found else found or "nothing was said")


def _cause(cause: object) -> str:
    return getattr(cause, "stored", "geen")


LOOKS: Mapping[str, Look] = {
    "maand": Look(("zoals_bekend_op", "status", "oorzaak", "versie", "besloten_door", "recht", "betaald", "vordering", "voorstel",
                   "ingehouden", "betwist", "opzij", "regels"), of_month),
    "verandert": Look(("was", "wordt", "verschil", "betaalt", "oorzaak", "status"), changed),
    "uitslag": Look(("betaalt", "premie", "ingehouden", "omdat", "maanden"), result),
    "betaling": Look(("bedrag", "delen", "naar_rekening_van"), paid),
    "teruggave": Look(("bedrag", "delen", "naar_rekening_van"), paid),
    "premie": Look(("bedrag", "delen", "naar_rekening_van", "opgebouwd"), premium),
    "overboekingen": Look((), transferred),
    "bestand": Look((), file_named),
    "wachtrij": Look((), waits),
    "geweigerd": Look((), refused),
    "nieuw": Look(("al_bekend",), recorded),
    "gecorrigeerd": Look(("aandeel", "grootste_vordering"), share_corrected),
    "oorzaken": Look((), causes),
}  # fmt: skip
"""What a story can expect, by the key that says which kind it is."""

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""All that is known about somebody as one text to take along (R-142; GDPR article 15 and 20)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from werkzaam.app.casework.export import contact_told, entry_told
from werkzaam.app.casework.named import name_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.parts_of_payments import PERSON
from werkzaam.app.portal.mijn_file import OWN_ONLY
from werkzaam.app.portal.mijn_letters import COPY
from werkzaam.app.portal.mijn_looks import looked_at
from werkzaam.app.portal.mijn_reading import Own, own_of
from werkzaam.app.portal.own_draw import own_draw
from werkzaam.app.portal.own_premium import paid_premiums
from werkzaam.app.portal.own_questions import LineQuestion, file_fingerprint, questions_of
from werkzaam.casework.access import readable_by
from werkzaam.casework.entry import Role
from werkzaam.ledger.decision import Withdrawn
from werkzaam.store.accounts import account_requests
from werkzaam.store.casework import notes_of
from werkzaam.store.claims import claims, disputes
from werkzaam.store.decisions import decisions
from werkzaam.store.letters import letters
from werkzaam.store.payments import payments
from werkzaam.store.people import representatives
from werkzaam.store.proposals import waiting


def everything(desk: Desk, person: int, household: int, *, whole: bool) -> str:
    """All that is known about somebody as one JSON text: the file, the household's facts, months, money, letters and who looked.

    What is about money is of the household; the file, the premium and the draw are of the person alone. Amounts are whole cents.
    `whole` is for the person: what is theirs alone is in it too.
    """
    own = own_of(desk, person)
    told = {
        "gemaakt_op": str(desk.today), "gemeente": desk.town.name, "persoon": person, "naam": name_of(desk, person),
        "bedragen_in": "centen", "dossier": _dossier(own, whole=whole), "huishouden": list(_facts(desk, household)),
        **_money(desk, household), **_waiting(desk, household), "premies": list(_premiums(desk, person)),
        "vragen": [_question(desk, household, one) for one in questions_of(desk, household)],
        "onderzoek": _draw(desk, person) if whole else None, **_letters(desk, household),
        "wie_keek": [{"moment": one.at, "wie": one.who, "rol": one.role.value, "waarvoor": one.purpose}
                     for one in looked_at(desk, person, f"inwoner {person}")],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2)


def _dossier(own: Own, *, whole: bool) -> dict[str, Any]:
    dossier, desk = own.dossier, own.desk
    notes = {seq: note for (_, seq), note in
             notes_of(desk.database, desk.town.id, readable_by(Role.CLIENT), [dossier.person]).items()}  # fmt: skip
    return {
        "vastgelegd": [entry_told(one) for one in dossier.entries if whole or one.kind not in OWN_ONLY],
        "contacten": [contact_told(one, notes.get(one.seq)) for one in dossier.contacts],
        "klantmanagers": [{"van": str(one.first), "tot": str(one.last) if one.last else None, "naam": own.wrote(one.worker)}
                          for one in dossier.spells],
    }  # fmt: skip


def _facts(desk: Desk, household: int) -> Iterator[dict[str, Any]]:
    """What was recorded of the household, each with its day and source; also what was replaced later."""
    for one in desk.file(household).known:
        row = {name: str(value) if isinstance(value, date) else value for name, value in one.row.items()}
        yield {"nummer": one.hseq, "soort": one.kind, "bekend_op": one.recorded_at, "bron": one.source, "inhoud": row}


def _money(desk: Desk, household: int) -> dict[str, Any]:
    database, town = desk.database, desk.town.id
    return {
        "besluiten": [{"maand": str(one.decision.month), "versie": one.decision.version, "bijstand": one.decision.due.cents,
                       "voorlopig": one.decision.due.provisional, "regels": one.decision.rules_version,
                       "sommen": [{"regel": line.name, "wet": line.law, "bedrag": line.cents} for line in one.decision.due.lines]}
                      for one in decisions(database, town, household)],
        "betalingen": [{"maand": str(one.month), "delen": [{"soort": part.kind.value, "naam": part.name, "bedrag": part.cents}
                        for part in one.parts]} for one in payments(database, town, household)],
        "terugvorderingen": [{"maand": str(month), "bedrag": state.claim, "terugbetaald": state.recovered}
                             for month, state in claims(database, town, household).items()],
        "niet_eens": [{"maand": str(one.dispute.month), "bedrag": one.dispute.cents, "op": str(one.dispute.opened_on),
                       "tekst": one.text, "uitkomst": one.outcome, "reden": one.reason}
                      for one in disputes(database, town, household)],
    }  # fmt: skip


def _waiting(desk: Desk, household: int) -> dict[str, Any]:
    """What stood beside a decision and what an officer said of it, and the changes of account that were asked for."""
    database, town = desk.database, desk.town.id
    return {
        "voorstellen": [{"maand": str(one.value.month), "soort": one.value.WHY, "bekend_op": one.recorded_at,
                         "bijstand": one.value.due.cents, "verschil": one.value.difference, "uitkomst": one.outcome}
                        for one in waiting(database, town, household) if not isinstance(one.value, Withdrawn)],
        "rekeningen": [{"rekening": one.iban, "op_naam_van": one.holder, "vanaf": str(one.from_day),
                        "gevraagd_op": one.recorded_at, "uitkomst": one.outcome}
                       for one in account_requests(database, town, household) if one.payee == PERSON],
    }  # fmt: skip


def _premiums(desk: Desk, person: int) -> Iterator[dict[str, Any]]:
    """Every entry of the person's premium: what was built up in the half-year and before, and what was paid (or asked back)."""
    for one in paid_premiums(desk, person):
        award = one.award
        yield {"jaar": award.year, "helft": award.half, "opgebouwd": award.built, "eerder_opgebouwd": award.earlier,
               "eerder_betaald": award.paid_before, "bedrag": award.cents, "betaalmaand": str(one.pay_month)}  # fmt: skip


def _question(desk: Desk, household: int, one: LineQuestion) -> dict[str, Any]:
    """A question with its answer. Its file is not in it, which could be large: it is saved on the question's own page."""
    return {
        "nummer": one.short, "op": str(one.asked_on), "maand": str(one.month), "over": one.title, "tekst": one.text,
        "antwoord": one.answer, "bestand": file_fingerprint(desk, household, one.short),
    }  # fmt: skip


def _draw(desk: Desk, person: int) -> dict[str, Any] | None:
    """What fell to the person in the draw of an experiment, with the receipt; None for who takes no part."""
    own = own_draw(desk, person)
    if own is None:
        return None
    group = None if own.arm is None else own.arm.nl
    return {"onderzoek": own.experiment, "geloot": own.drawn, "groep": group, "bewijs": own.text}


def _letters(desk: Desk, household: int) -> dict[str, Any]:
    database, town = desk.database, desk.town.id
    return {
        "brieven": [{"nummer": one.hseq, "soort": one.letter.kind, "op": str(one.letter.sent_on), "taal": one.letter.lang}
                    for one in letters(database, town, household) if not one.letter.kind.endswith(COPY)],
        "vertegenwoordigers": [{"persoon": one.representative.person, "naam": one.representative.name,
                                "rol": one.representative.role, "mag": one.representative.rights,
                                "van": str(one.representative.from_day),
                                "tot": str(one.representative.to_day) if one.representative.to_day else None}
                               for one in representatives(database, town, household)],
    }  # fmt: skip

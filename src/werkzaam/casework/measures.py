# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A measure is a proposal that somebody else decides about; nothing here touches an amount, and nothing follows by itself.

It is refused where the regime has none, before every step that comes before it, and before a trained worker looked at what may
stand in the way (R-043, R-051). Who cannot, or of whom that is not known, is never proposed for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from werkzaam.casework.barrier import FOUND, UNKNOWN, answered, barrier_check
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.ladder import MEASURE, Open, Resting, Standing, may_measure, next_step, position
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import spoken_of, standing, withdrawal_of
from werkzaam.core.errors import NotAllowed

AGREED, NOT_AGREED = "akkoord", "niet_akkoord"

PROPOSAL = Form(
    Kind.MEASURE, "measure propose", "propose a measure to somebody who decides about it",
    (
        Field("what", "wat", FieldKind.TEXT, "what is proposed", True),
        Field("because", "omdat", FieldKind.TEXT, "why; the client reads it", True),
        Field("decider", "besluit_door", FieldKind.TEXT, "the team leader who decides about it", True),
    ),
    frozenset({Role.SUPPORT}),
)  # fmt: skip
DECISION = Form(
    Kind.MEASURE_DECIDED, "measure decide", "agree with a proposed measure, or not",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the proposal", True, least=1),
        Field("answer", "antwoord", FieldKind.OPTION, "what you decided", True, (AGREED, NOT_AGREED)),
        Field("because", "omdat", FieldKind.TEXT, "why; the client reads it", True),
    ),
    frozenset({Role.LEAD}),
)  # fmt: skip


def judge_proposal(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Refused unless everything that comes first was done; then it is a proposal to a named person, and nothing more."""
    _last_step(dossier, office)
    _able(dossier, office)
    if entry.body["decider"] == entry.worker:
        raise NotAllowed("besluit_door: somebody else than you decides about a measure. Name the team leader.")
    if undecided(dossier):
        raise NotAllowed("A proposal waits for a decision already. Wait for it, or withdraw it.")
    return (Remark("measure_proposed", {"decider": entry.body["decider"]}),)


def _last_step(dossier: Dossier, office: Office) -> None:
    """Raises NotAllowed where the regime has no measure, or another step comes first."""
    guidance = dossier.guidance
    if guidance is None or not may_measure(guidance):
        raise NotAllowed(f"{guidance.part if guidance else 'Without a guidance there'} has no measure, so none can be proposed.")
    following = next_step(dossier, office)
    if isinstance(following, Resting):
        raise NotAllowed(f"The client is left in peace until {following.until}; no measure can follow.")
    if not isinstance(following, Open) or following.step.action != MEASURE:
        first = following.step.code if isinstance(following, Open) else "an absence without notice after the last invitation"
        raise NotAllowed(f"A measure is impossible now: first comes {first}. `werkzaam ladder {dossier.person}` shows the steps.")


def _able(dossier: Dossier, office: Office) -> None:
    """Raises NotAllowed without a check of what may stand in the way, or when something does, may do, or was granted."""
    ladder = dossier.guidance.ladder if dossier.guidance else None
    check = barrier_check(dossier, position(dossier, ladder).since if ladder else None)
    if check is None:
        raise NotAllowed(
            "No barrier check since the first invitation. A trained worker looks first at health, debts, care, language and "
            f"depression: werkzaam barrier check {dossier.person} ..."
        )
    for answer, said in ((FOUND, "stands in the way"), (UNKNOWN, "is not known")):
        if answered(check, answer):
            raise NotAllowed(f"No measure: {', '.join(answered(check, answer))} {said} (check of {check.day}). Offer help first.")
    if standing(dossier, Kind.EXEMPTION, office.today):
        raise NotAllowed("No measure: the client is exempted.")


def undecided(dossier: Dossier) -> list[Entry]:
    """The proposals that nobody decided about yet and that were not withdrawn."""
    decided = {one.body.get("about") for one in dossier.of(Kind.MEASURE_DECIDED)}
    return [one for one in dossier.of(Kind.MEASURE) if one.seq not in decided and withdrawal_of(one, dossier) is None]


def judge_decision(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Only who was named decides, never who proposed it, once, and not once the client came."""
    proposal = spoken_of(entry, dossier, Kind.MEASURE)
    if proposal not in undecided(dossier):
        raise NotAllowed(f"Proposal {proposal.seq} was decided or withdrawn before.")
    if entry.worker == proposal.worker or entry.worker != proposal.body.get("decider"):
        raise NotAllowed(f"{proposal.body.get('decider')} decides about proposal {proposal.seq}; you are here as {entry.worker}.")
    if entry.body["answer"] == NOT_AGREED:
        return (Remark("measure_declined"),)
    ladder = dossier.guidance.ladder if dossier.guidance else None
    if ladder is None or position(dossier, ladder).standing is not Standing.MISSED:
        raise NotAllowed("The client came since, so no measure can follow. Decide niet_akkoord, and the proposal is closed.")
    _able(dossier, office)
    return (Remark("measure_agreed"),)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A proposal that waits for its decision; the client should not wait in doubt."""
    for one in undecided(dossier):
        by = one.day + timedelta(office.terms.measure_days)
        values = {"decider": one.body.get("decider"), "day": one.day}
        yield Due(dossier.person, Reason.PROMISE, "measure_decide", by, f"entry {one.seq}", for_lead=True, values=values)


NOTION = Notion(
    (PROPOSAL, DECISION),
    {Kind.MEASURE: judge_proposal, Kind.MEASURE_DECIDED: judge_decision},
    dues,
    about=frozenset({Kind.MEASURE}),
)

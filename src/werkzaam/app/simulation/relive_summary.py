# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A relived experiment in a few lines of text: who took part, the draw, and how many published numbers have each verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkzaam.app.simulation.relive import Relived
from werkzaam.app.simulation.relive_published import absent
from werkzaam.app.simulation.relive_verdicts import Verdict

_SAID = {
    Verdict.REPRODUCED: "reproduced",
    Verdict.NOT_REPRODUCED: "not reproduced",
    Verdict.NOT_REPRODUCIBLE: "not reproducible here",
}


def summary(done: Relived) -> Iterator[str]:
    """The lines."""
    people, held = done.people, done.held
    arms = ", ".join(f"{arm.id} {held.result.totals[arm.id]:,}" for arm in held.design.arms)
    interviewed = " ".join(
        str(int((done.trial.interviews[:, wave] >= 0).sum())) for wave in range(done.trial.interviews.shape[1])
    )
    yield f"{people['town']:,} households; {people['enrolled']:,} took part ({arms}); {people['asked']:,} asked for interviews"
    yield f"interviewed at T0 to T3: {interviewed}; the whole draw and {len(held.pids):,} receipts were checked: all right"
    money = {name: int(done.takes_part.sums[name].sum()) // 100 for name in ("premium", "claimed")}
    yield f"participants in five years: {money['premium']:,} euros of premium, {money['claimed']:,} euros claimed back"
    for how in ("given", "fitted", "emerges"):
        found = Counter(one.verdict for one in done.rows if one.asked.how == how)
        said = ", ".join(f"{found[verdict]} {_SAID[verdict]}" for verdict in Verdict if found[verdict])
        yield f"published numbers, {how}: {said}"
    rest = sum(not one.asked.how for one in done.rows) + sum(one.rows for one in absent())
    yield f"published numbers that the simulation says nothing about: {rest}, each with its reason"

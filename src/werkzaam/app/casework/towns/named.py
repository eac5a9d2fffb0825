# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a name means in a comparison: a regime of a town, a part of one, a file of your own, or a municipality."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.model import closest
from werkzaam.regime.read import part_ids, read_part, read_regime, regime_ids
from werkzaam.regime.regime import Regime


@dataclass(frozen=True, slots=True)
class Named:
    """What is compared under a name; `instead_of` are other regimes of the same municipality that were not chosen."""

    asked: str
    regime: Regime
    instead_of: tuple[str, ...] = ()

    @property
    def guidance(self) -> Guidance | None:
        """How people are guided under it; None when nobody wrote it down."""
        return self.regime.guidance

    @property
    def id(self) -> str:
        """The name of the regime or part itself."""
        return self.regime.id


def named(names: Sequence[str]) -> list[Named]:
    """Each name in the order asked; raises UnknownName with the closest names, InputError where two mean the same."""
    found = [_named(name) for name in names]
    for at, one in enumerate(found):
        twice = [other.asked for other in found[:at] if other.id == one.id]
        if twice:
            raise InputError(f"{twice[0]} and {one.asked} are both {one.id}; name each once.")
    return found


def _named(name: str) -> Named:
    if name.endswith(".toml"):
        return _of_file(name)
    if name in regime_ids():
        return Named(name, read_regime(name))
    if name in part_ids():
        return Named(name, read_part(name))
    towns = _towns().get(name.casefold())
    if towns is None:
        known = {*regime_ids(), *part_ids(), *_towns()}
        raise UnknownName(f"No regime, part or municipality is called {name!r}. {closest(name, known)}")
    best = towns[0]
    return Named(name, best, tuple(one.id for one in towns[1:]))


def _of_file(name: str) -> Named:
    """A file of your own: a town, or a part on its own."""
    path = Path(name)
    try:
        kind = tomllib.loads(path.read_text(encoding="utf-8")).get("soort")
    except FileNotFoundError:
        raise InputError("There is no such file. Check the path, or use the name of a shipped regime.", file=name) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"This is not a TOML file: {error}.", file=name) from error
    return Named(name, read_part(path) if kind == "deel" else read_regime(path))


@cache
def _towns() -> dict[str, list[Regime]]:
    """The regimes of each municipality: those with guidance first, and of these the oldest first."""
    found: dict[str, list[Regime]] = {}
    for ident in regime_ids():
        regime = read_regime(ident)
        found.setdefault(regime.municipality.casefold(), []).append(regime)
    return {town: sorted(regimes, key=_order) for town, regimes in found.items()}


def _order(regime: Regime) -> tuple[bool, int, str]:
    return regime.guidance is None, regime.span.first.index, regime.id

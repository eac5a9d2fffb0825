# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was released before and what may be added: no two releases whose difference tells of fewer than ten people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.experiment.disclosure.attack import LEAST, Leak, leaks, name
from werkzaam.experiment.disclosure.cells import Cell, People, Where, group, patterns
from werkzaam.experiment.disclosure.protect import Protected


@dataclass(frozen=True, slots=True)
class Release:
    """What left the experiment in one report or file: the counts that were shown, and the groups that were hidden."""

    shown: tuple[Cell, ...]
    hidden: tuple[Where, ...]


def release_of(tables: Iterable[Protected]) -> Release:
    """The counts of some tables as one release; a group that is hidden in one and shown in another counts as shown."""
    tables = tuple(tables)
    shown = {cell.where: cell for one in tables for cell in one.shown}
    hidden = {where for one in tables for where in one.hidden} - set(shown)
    return Release(tuple(shown[where] for where in sorted(shown)), tuple(sorted(hidden)))


def allow(new: Release, before: Sequence[Release], people: People) -> None:
    """Let a release pass, or refuse it. Raises NotAllowed naming the first small group that it would give away.

    Everything that was ever shown counts together. A group that is shown again with another number, because people's data
    were corrected, is refused when the difference is about fewer than ten.
    """
    shown = _together((*before, new))
    hidden = {where for one in (*before, new) for where in one.hidden} - set(shown)
    found = leaks(list(shown.values()), sorted(hidden), patterns(people, [*shown.values(), *(Cell(one, 0) for one in hidden)]))
    if found:
        raise NotAllowed(_message(found[0]))


def _together(releases: Iterable[Release]) -> dict[Where, Cell]:
    shown: dict[Where, Cell] = {}
    for cell in (cell for one in releases for cell in one.shown):
        earlier = shown.setdefault(cell.where, cell)
        if 0 < abs(earlier.count - cell.count) < LEAST:
            raise NotAllowed(
                f"{name(cell.where)} was released as {earlier.count} people before; {cell.count} now would tell that "
                f"{abs(earlier.count - cell.count)} changed. Release the earlier number again, with its date."
            )
        shown[cell.where] = cell
    return shown


def _message(leak: Leak) -> str:
    told = f"{leak.low:.0f}" if leak.low == leak.high else f"between {leak.low:.1f} and {leak.high:.1f}"
    return (
        f"Together with what was released before, this would tell that there are {told} people with {leak.about}: fewer than "
        f"{LEAST}. Use wider levels, or leave the table out."
    )


def as_text(release: Release) -> str:
    """A release as the text that the store keeps: the same text for the same release."""
    shown = [[list(map(list, cell.where)), cell.count] for cell in release.shown]
    return json.dumps({"hidden": [list(map(list, where)) for where in release.hidden], "shown": shown}, separators=(",", ":"))


def from_text(text: str) -> Release:
    """A release that was kept. Raises InputError for a text that is none."""
    try:
        kept = json.loads(text)
        shown = tuple(Cell(_where(where), int(count)) for where, count in kept["shown"])
        return Release(shown, tuple(map(_where, kept["hidden"])))
    except (ValueError, KeyError, TypeError) as wrong:
        raise InputError(f"This is no release that was kept: {text[:60]!r}.") from wrong


def _where(pairs: Sequence[Sequence[str]]) -> Where:
    return group(*((variable, level) for variable, level in pairs))

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules read of households without income: read once for all whose rows say the same, but for names and dates of birth.

A shape is such a household: one Case is made of the first household that has it. Names are keys, and a date of birth is read for
the two ages of a month only, so that these can be filled in for every other household. Whatever may depend on them in another
way (income, assumptions, a birth after the first month, an age out of bounds, a name with blanks) gets a Case of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from json.encoder import encode_basestring
from typing import NamedTuple

from werkzaam.app.case import Case
from werkzaam.app.ledger.household_file import DATES, TABLES, HouseholdFile
from werkzaam.app.ledger.plan import World
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.rules.situatie import INPUTS

BEGIN, END = "leeftijd_begin", "leeftijd_eind"
AGES = {one.name: (one.low, one.high) for one in INPUTS if one.name in (BEGIN, END)}
WITH_MONTHS = frozenset({*DATES, "maand"})
"""The keys of a row that say which months it is about."""
_OWN = ("naam", "nummer", "geboortedatum")
_NAME, _BEGIN, _END = "\x00", "\x01", "\x02"
"""Places in a text of inputs; a name in JSON holds none of these characters."""
Record = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Template:
    """What the rules read in a month of the household, and of the person at each place who is there; `texts` says it as text."""

    home: Record
    persons: tuple[tuple[int, Record], ...]
    texts: tuple[str, ...]


@dataclass
class Shape:
    """Households that differ in names and dates of birth only: the Case of one of them, and its months."""

    case: Case
    months: dict[Month, Template] = field(default_factory=dict)

    def template(self, month: Month) -> Template:
        """What all of them have in a month."""
        found = self.months.get(month)
        if found is None:
            found = self.months[month] = _template(self.case, month)
        return found


class Quiet(NamedTuple):
    """A household of a shape: its persons by place, each with the name and the date of birth."""

    shape: Shape
    persons: tuple[tuple[str, date], ...]

    def ages(self, month: Month) -> tuple[tuple[int, int], ...]:
        """The age in months of each person at the begin and at the end of a month."""
        return tuple(ages_in(born, month) for _, born in self.persons)

    def text(self, month: Month, ages: Sequence[tuple[int, int]]) -> str:
        """What `dues.inputs_text` gives of its month, in which the persons have these ages."""
        template = self.shape.template(month)
        here = sorted((self.persons[place][0], *ages[place], text)
                      for (place, _), text in zip(template.persons, template.texts[1:], strict=True))  # fmt: skip
        found = [text.replace(_BEGIN, str(begin)).replace(_END, str(end)).replace(_NAME, encode_basestring(name))
                 for name, begin, end, text in here]  # fmt: skip
        return f"[{','.join([template.texts[0], *found])}]"

    def month(self, month: Month) -> MonthInput:
        """What `Case.month` gives."""
        template = self.shape.template(month)
        persons: dict[Key, dict[str, int]] = {}
        for place, record in template.persons:
            name, born = self.persons[place]
            persons[name,] = {**record, **dict(zip((BEGIN, END), ages_in(born, month), strict=True))}
        return MonthInput(month, {HUISHOUDEN: {(): dict(template.home)}, PERSOON: persons, BAAN: {}})


class Shapes:
    """The shapes that a run met."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._found: dict[object, Shape | None] = {}

    def quiet(self, file: HouseholdFile) -> Quiet | None:
        """A household as one of a shape; None for one that needs a Case of its own."""
        homes = [one.row for one in file.standing if one.kind == "household"]
        rows = [one.row for one in file.standing if one.kind == "person"]
        if len(homes) != 1 or not self._plain(file) or file.course.steps or file.course.lodgers:
            return None
        home = key_of_home(homes[0])
        return None if home is None else self.of(home, rows, file.first_month, lambda: file)

    def of(
        self, home: str, rows: Sequence[Mapping[str, object]], first: Month, file: Callable[[], HouseholdFile]
    ) -> Quiet | None:
        """A household whose rows allow it as one of a shape, from the key of its home, the rows of its persons and its begin."""
        persons = _persons(rows, first, self._world.month)
        if persons is None:
            return None
        key = (home, *[repr(_without(row, _OWN)) for row in rows])
        if key not in self._found:
            self._found[key] = self._made(file())
        shape = self._found[key]
        return Quiet(shape, persons) if shape else None

    def _plain(self, file: HouseholdFile) -> bool:
        """Whether bijstand goes on, there is no income, and no row makes the case longer than the month of the run."""
        return file.recorded_periods == ((file.first_month, None),) and all(
            one.kind not in TABLES and (WITH_MONTHS.isdisjoint(one.row) or max(one.months) <= self._world.month)
            for one in file.standing
        )  # fmt: skip

    def _made(self, file: HouseholdFile) -> Shape | None:
        try:
            return Shape(file.case(self._world.month, self._world.facts, self._world.regime))
        except WerkzaamError:
            return None  # The household's own Case says what is wrong, in words about that household.


def key_of_home(home: Mapping[str, object]) -> str | None:
    """What must be the same in the home of all households of a shape; None for a home that needs a Case of its own."""
    contact = home.get("contactpersoon")
    if "aannames" in home or not isinstance(contact, str) or not contact.strip():
        return None
    return repr(_without(home, ("contactpersoon",)))


def ages_in(born: date, month: Month) -> tuple[int, int]:
    """What `age_in_months` gives for the first and the last day of a month: on the last one every month of age is complete."""
    months = (month.year - born.year) * 12 + month.number - born.month
    return months - (born.day > 1), months


def _persons(rows: Sequence[Mapping[str, object]], first: Month, last: Month) -> tuple[tuple[str, date], ...] | None:
    """Name and date of birth of each, where nothing about them could be refused."""
    found: list[tuple[str, date]] = []
    for row in rows:
        name, born = row.get("naam"), row.get("geboortedatum")
        if not isinstance(name, str) or not name.isprintable() or not name or name != name.strip():
            return None
        if type(born) is not date or born >= first.first_day:
            return None
        if not (AGES[BEGIN][0] <= ages_in(born, first)[0] and ages_in(born, last)[1] <= AGES[END][1]):
            return None
        found.append((name, born))
    return tuple(found) if len({name for name, _ in found}) == len(found) else None


def _without(row: Mapping[str, object], keys: Sequence[str]) -> list[tuple[str, object]]:
    return sorted((key, value) for key, value in row.items() if key not in keys)


def _template(case: Case, month: Month) -> Template:
    given = case.month(month)
    place = {person.name: at for at, person in enumerate(case.persons)}
    persons = tuple((place[key[0]], record) for key, record in given.records[PERSOON].items())
    home = given.records[HUISHOUDEN][()]
    texts = [_text(HUISHOUDEN, home), *(_text(PERSOON, {**record, BEGIN: _BEGIN, END: _END}) for _, record in persons)]
    return Template(home, persons, tuple(texts))


def _text(level: Level, record: Mapping[str, object]) -> str:
    """The rows of one record in a text of inputs, with places for the name and the ages."""
    whose = "" if level is HUISHOUDEN else f"{_NAME},"
    return ",".join(f'[{int(level)},{whose}"{name}",{record[name]}]' for name in sorted(record))

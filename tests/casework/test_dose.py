# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts a person-year are counted as the definition says, and no figure comes without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from werkzaam.app.casework.caseload_text import log_text
from werkzaam.casework.contacts import CAME, NO_NOTICE
from werkzaam.casework.dose import (
    TALKS,
    Days,
    Definition,
    Dose,
    Tally,
    by_channel,
    by_initiator,
    by_quarter,
    by_topic,
    dose,
    summary,
)
from werkzaam.casework.dossier import Contact
from werkzaam.casework.period import Period, Quarter, period_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))


def log(group: str, year: int, contacts: int, channel: str = "telefoon", initiator: str = "klantmanager") -> list[Tally]:
    """Contacts spread over the months of a year."""
    each, rest = divmod(contacts, 12)
    return [Tally(group, Month.of(year, month), channel, initiator, "gesprek", each + (month <= rest)) for month in range(1, 13)]


def there(group: str, year: int, people: int) -> list[Days]:
    """People who were there every day of a year."""
    return [Days(group, month, people * ((month.last_day - month.first_day).days + 1))
            for month in Period(date(year, 1, 1), date(year, 12, 31)).months]  # fmt: skip


@pytest.mark.requirement("R-041")
def test_193_contacts_of_ten_people_in_a_year_are_19_3_a_year_and_1_6_a_month() -> None:
    found = dose(Definition(YEAR, "extra"), log("extra", 2019, 193), there("extra", 2019, 10))
    assert found.a_year == Fraction(193, 10)
    assert found.a_month is not None
    assert round(float(found.a_month), 1) == 1.6


@pytest.mark.parametrize(("group", "year", "people", "contacts", "mean"), [
    ("both arms", 2019, 500, 7_800, "15.6"), ("extra", 2020, 250, 4_825, "19.3"), ("all", 2022, 400, 3_840, "9.6"),
])  # fmt: skip
def test_the_published_means_come_out_of_logs_made_for_them(group: str, year: int, people: int, contacts: int, mean: str) -> None:
    """contact_moments-002, -003 and -005; a leap year has years of 366 days."""
    period = Period(date(year, 1, 1), date(year, 12, 31))
    found = dose(Definition(period, group), log(group, year, contacts), there(group, year, people))
    assert found.a_year == Fraction(mean)


def test_talks_only_is_another_figure_than_all_channels() -> None:
    """Ambiguity A-40: once a month by one report and 19.3 a year by another can both be true."""
    tallies = [*log("extra", 2019, 120), *log("extra", 2019, 73, "post")]
    days = there("extra", 2019, 10)
    everything = Definition(YEAR, "extra")
    assert dose(everything, tallies, days).a_year == Fraction(193, 10)
    assert dose(replace(everything, channels=TALKS), tallies, days).a_year == 12


def test_parts_of_a_dose_add_up_and_quarters_are_a_year() -> None:
    tallies = [*log("extra", 2019, 120, "bezoek", "inwoner"), *log("extra", 2019, 60, "post"), *log("other", 2019, 60, "post")]
    days, definition = there("extra", 2019, 10), Definition(YEAR, "extra")
    assert {name: one.a_year for name, one in by_channel(definition, tallies, days).items() if one.contacts} == {
        "bezoek": 12,
        "post": 6,
    }
    assert {name: one.contacts for name, one in by_initiator(definition, tallies, days).items()} == {
        "inwoner": 120,
        "klantmanager": 60,
    }
    quarters = by_quarter(definition, tallies, days)
    assert quarters[Quarter(2019, 1)].a_year == Fraction(45 * 365, 10 * 90)
    assert sum(one.contacts for one in quarters.values()) == 180
    assert by_topic("extra", tallies)[Quarter(2019, 4)] == {"gesprek": 45}


def test_a_figure_says_of_whom_of_what_and_when() -> None:
    with pytest.raises(InputError, match="of whom"):
        Definition(YEAR, " ")
    with pytest.raises(InputError, match="channels"):
        Definition(YEAR, "extra", frozenset({"duif"}))
    with pytest.raises(TypeError):
        Dose(contacts=193, person_years=Fraction(10))  # type: ignore[call-arg]
    assert dose(Definition(YEAR, "nobody"), [], []).a_year is None


@pytest.mark.requirement("R-026")
def test_a_log_is_summed_by_channel_and_first_step() -> None:
    def contact(channel: str, initiator: str, day: date, presence: str = CAME) -> Contact:
        return Contact(1, day, channel, initiator, "gesprek", presence, "j.visser")

    said = {"bezoek": 3, "telefoon": 5, "post": 4, "bericht": 2}
    contacts = [contact(channel, ("inwoner", "klantmanager")[number % 2], date(2019, 1 + number, 7))
                for channel, times in said.items() for number in range(times)]  # fmt: skip
    contacts += [contact("bezoek", "klantmanager", date(2019, 5, 1), NO_NOTICE), contact("bezoek", "inwoner", date(2018, 12, 31))]
    found = summary(contacts, YEAR)
    assert (found.contacts, found.missed) == (14, 1)
    assert found.channels == {**said, "videogesprek": 0}
    assert found.initiators == {"inwoner": 8, "klantmanager": 6}
    shown = log_text(1, found, "en").splitlines()
    assert shown[2] == "14 contacts. 1 did not take place."
    assert [" ".join(line.split()) for line in shown[4:]] == [
        "channel all the client the case manager", "visit 3 2 1", "telephone 5 3 2", "post and mail 4 2 2", "message 2 1 1",
        "video call 0 0 0", "all 14 8 6",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2018", "2018-01-01", "2018-12-31"), ("2019", "2019-01-01", "2019-11-20"), ("2019-Q2", "2019-04-01", "2019-06-30"),
    ("2019-01/2019-10", "2019-01-01", "2019-10-31"), (None, "2018-11-01", "2019-10-31"),
])  # fmt: skip
def test_a_period_is_read_and_ends_today(text: str | None, first: str, last: str) -> None:
    found = period_of(text, date(2019, 11, 20))
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("text", ["19", "0000", "2019-Q5", "2019/2020", "2019-12/2019-01", "2020"])
def test_another_period_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        period_of(text, date(2019, 11, 20))

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A choice beyond the law is refused, and the message says where, how far, which article and what to do."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from tests.regime.conftest import Folder
from werkzaam.core.errors import InputError, OverLimit
from werkzaam.core.months import Month
from werkzaam.regime.limits import check
from werkzaam.regime.read import read_regime, regime_ids
from werkzaam.regime.regime import Timeline

Legal = Callable[[str, Month], int | Fraction]

BANDS = "[vrijlating]\nschijven_aandelen = "
ABROAD = "[vrijlating]\nschijven = true\n[premie]\nper_uur = true\n"
OWN = "[vrijlating]\neigen = true\n"
BASIS = f'{OWN}eigen_grondslag = "experiment_pw_2017"\n'


def band(first: int, share: int) -> str:
    """One band as a file writes it."""
    return f'{{ vanaf = "{first}.00", aandeel = {share} }}'


@pytest.mark.parametrize("ident", regime_ids())
def test_every_shipped_regime_stays_within_the_law(ident: str, legal: Legal) -> None:
    check(read_regime(ident), legal)


def test_amsterdam_pays_at_most_twice_in_every_calendar_year(legal: Legal) -> None:
    check(Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")]), legal)


@pytest.mark.parametrize(
    ("fields", "limit"),
    [
        ("[premie]\naandeel = 101\n", r"premie.aandeel is 101%; a percentage lies between 0 and 100"),
        ("[premie]\naandeel = -1\n", r"premie.aandeel is -1%; a percentage lies between 0 and 100"),
        ('[premie]\nmaximum = "-1.00"\n', r"premie.maximum is −1.00 euro; an amount is zero or more"),
        ("[premie]\nuitbetaling = [6, 13]\n", r"premie.uitbetaling is \[6, 13\]; two different months from 1 to 12"),
        ("[premie]\nuitbetaling = [0, 6]\n", "two different months from 1 to 12"),
        ("[premie]\nuitbetaling = [6, 6]\n", "two different months from 1 to 12"),
        ("[premie]\nuitbetaling = [3, 7, 11]\n", "two different months from 1 to 12"),
        ("[premie]\nuitbetaling = []\n", "two different months from 1 to 12"),
        ("[premie]\nhalfjaar_eindigt = [8, 12]\n", r"a half-year has six months .*\[8, 2\]"),
        ('[inkomsten]\nmethode = "schating"\n', r"methode is 'schating'; the options are op_de_maand.*Did you mean schatting"),
        ('[vrijlating]\neigen_grondslag = "raad"\n', r"the options are experiment_pw_2017 \(art. 2 Tijdelijk besluit"),
        (
            "[norm]\nvakantietoeslag_maand = 0\n",
            r"vakantietoeslag_maand is 0; a year has the months 1 to 12 \(art. 19\(3\) Partic",
        ),
        ("[norm]\nvakantietoeslag_maand = 13\n", "13; a year has the months 1 to 12 .* Write for instance 5 for May"),
        ('[norm]\npeildag = "morgen"\n', r"the options are eerste_dag, laatste_dag \(art. 21 Participatiewet\)"),
        (
            "[stadspas]\nuitloop_maanden = -1\n",
            "uitloop_maanden is -1; a number of months is 0 or more .* Write 0 or more months",
        ),
        ("[vrijlating]\nuniform_verlenging = -1\n", r"a number of months is 0 or more \(art. 34a\(2\) Participatiewet\)"),
        ("[premie]\neenmalig_na_maanden = 0\n", "eenmalig_na_maanden is 0; a number of months is 1 or more"),
        ("[premie]\nuitstroom_termijn = 0\n", "uitstroom_termijn is 0; a number of months is 1 or more"),
        ("[premie]\nuitstroom_afbouw = 101\n", "uitstroom_afbouw is 101%; a percentage lies between 0 and 100"),
        ('[premie]\nuurbedrag = "-0.01"\n', "uurbedrag is −0.01 euro; an amount is zero or more"),
        (
            "[aflossing]\nplafond = 101\n",
            r"plafond is 101%; a percentage lies between 0 and 100 \(art. 60\(3\) Participatiewet\)",
        ),
        (f"{BANDS}[]\n", r"schijven_aandelen is \[\]; the first band begins at 0.00"),
        (
            f'{BANDS}[{{ vanaf = "1.00", aandeel = 20 }}]\n',
            r"is \[20% from 1.00\]; the first band begins at 0.00 .* Write it first",
        ),
        (f"{BANDS}[{band(0, 20)}, {band(5, 10)}, {band(5, 0)}]\n", "each band begins above the one before"),
        (f"{BANDS}[{band(0, 20)}, {band(5, 101)}]\n", "101% from 5.00.*; a percentage lies between 0 and 100"),
        (
            f"{BANDS}[{', '.join(band(at, 20) for at in range(5))}]\n",
            "there are at most 4 bands, and one with aandeel = 0 to close",
        ),
        (f"{BANDS}[{', '.join(band(at, 0) for at in range(6))}]\n", "there are at most 4 bands"),
    ],
)
def test_a_value_that_can_never_hold_is_refused_when_read(folder: Folder, fields: str, limit: str) -> None:
    with pytest.raises(OverLimit, match=limit) as refused:
        folder.read(fields)
    assert "proef.toml: " in str(refused.value)


def test_twelve_full_months_fit_under_the_maximum_of_the_year(folder: Folder, legal: Legal) -> None:
    check(folder.regime('[premie]\ngeldt = true\nmaximum = "219.00"\n'), legal)
    with pytest.raises(OverLimit) as refused:
        check(folder.regime('[premie]\ngeldt = true\nmaximum = "220.00"\n'), legal)
    assert str(refused.value) == (
        f"{folder.path}/proef.toml: premie.maximum is 220.00 euro in 2021-01; 12 times that is over 2,629.00 euro, "
        "the maximum of a calendar year (art. 31(2)(j) Participatiewet). Make it 219.08 euro or less."
    )


def test_two_full_payouts_fit_under_the_maximum_of_the_year(folder: Folder, legal: Legal) -> None:
    check(folder.regime('[premie]\ngeldt = true\nmaximum_uitbetaling = "1314.50"\n'), legal)
    with pytest.raises(OverLimit, match=r"maximum_uitbetaling is 1,314.51 euro in 2021-01; 2 times .* 1,314.50 euro or less"):
        check(folder.regime('[premie]\ngeldt = true\nmaximum_uitbetaling = "1314.51"\n'), legal)


def test_a_cap_over_the_half_year_is_two_times_six_times_the_month(folder: Folder, legal: Legal) -> None:
    with pytest.raises(OverLimit, match=r"maximum is 220.00 euro in 2021-01; 12 times that is over"):
        check(folder.regime('[premie]\ngeldt = true\nmaximum_per = "halfjaar"\nmaximum = "220.00"\n'), legal)


def test_a_cap_of_the_whole_year_fits_once(folder: Folder, legal: Legal) -> None:
    a_year = '[premie]\ngeldt = true\nmaximum_per = "jaar"\nmaximum = '
    check(folder.regime(f'{a_year}"2629.00"\n'), legal)
    with pytest.raises(
        OverLimit, match=r"maximum is 2,629.01 euro in 2021-01; that is over 2,629.00 euro, .* 2,629.00 euro or less"
    ):
        check(folder.regime(f'{a_year}"2629.01"\n'), legal)


def test_a_one_off_premium_fits_under_the_maximum_of_the_year(folder: Folder, legal: Legal) -> None:
    once = "[premie]\neenmalig = {}\neenmalig_bedrag = {}\n"
    check(folder.regime(once.format("true", '"2629.00"')), legal)
    check(folder.regime(once.format("false", '"9999.00"')), legal)
    with pytest.raises(OverLimit, match=r"eenmalig_bedrag is 2,629.01 euro in 2021-01; that is over .*31\(2\)\(j\)"):
        check(folder.regime(once.format("true", '"2629.01"')), legal)


def test_bands_and_a_premium_per_hour_are_for_other_countries(folder: Folder, legal: Legal) -> None:
    with pytest.raises(OverLimit) as refused:
        check(folder.regime(ABROAD), legal)
    assert str(refused.value) == (
        f"{folder.path}/proef.toml: vrijlating.schijven is true in 2021-01; the Dutch law has no exemption by bands "
        "(art. 31(2) Participatiewet). Leave it out; or, for a rule of another country, write its land in the town, such as "
        'land = "DE".'
    )
    with pytest.raises(
        OverLimit, match=r"per_uur is true in 2021-01; .* no amount per hour \(art. 31\(2\)\(j\) Participatiewet\)"
    ):
        check(folder.regime(ABROAD.replace("schijven = true", "schijven = false")), legal)
    check(folder.regime(ABROAD.replace("= true", "= false")), legal)
    check(folder.regime(ABROAD, 'land = "DE"\nvanaf = "2021-01"\ntot = "2021-12"'), legal)


def test_a_cap_that_fits_a_later_year_only_is_refused_in_the_earlier_one(folder: Folder, legal: Legal) -> None:
    with pytest.raises(OverLimit, match="in 2021-01"):
        check(folder.regime('[premie]\ngeldt = true\nmaximum = "225.00"\n'), legal)
    check(folder.regime('[premie]\ngeldt = true\nmaximum = { waarde = "224.00", vanaf = "2022-07" }\n',
                        'vanaf = "2021-01"\ntot = "2022-12"'), legal)  # fmt: skip


def test_a_premium_that_is_off_has_no_limit(folder: Folder, legal: Legal) -> None:
    check(folder.regime('[premie]\ngeldt = false\nmaximum = "999.00"\n', 'vanaf = "2030-01"\ntot = "2030-12"'), legal)


def test_two_half_years_are_not_paid_at_once(folder: Folder, legal: Legal) -> None:
    with pytest.raises(OverLimit, match=r"closing in \[6, 12\], would be paid in month 8"):
        check(folder.regime("[premie]\ngeldt = true\nhalfjaar_eindigt = [6, 12]\nuitbetaling = [8, 9]\n"), legal)


def test_a_third_payout_in_a_year_is_refused_over_two_regimes(folder: Folder, legal: Legal) -> None:
    folder.part("jan_jul", "[premie]\ngeldt = true\nuitbetaling = [7, 1]\n")
    before = read_regime(folder.town("voor", "jan_jul", dates='vanaf = "2020-01"\ntot = "2021-02"'))
    check(before, legal)
    with pytest.raises(OverLimit, match=r"3 payouts in one calendar year \(2021-01 by .*2021-06 by .*2021-11 by"):
        check(Timeline([before, read_regime("amsterdam_2021")]), legal)


def test_an_own_exemption_needs_its_decree(folder: Folder, legal: Legal) -> None:
    with pytest.raises(OverLimit, match=r"eigen is true in 2021-01; .*State vrijlating.eigen_grondslag: experiment_pw_2017"):
        check(folder.regime(OWN, 'vanaf = "2021-01"\ntot = "2021-03"'), legal)


@pytest.mark.parametrize(("dates", "month"), [('vanaf = "2017-03"\ntot = "2017-05"', "2017-03"),
                                              ('vanaf = "2021-03"\ntot = "2021-05"', "2021-04")])  # fmt: skip
def test_an_own_exemption_stays_within_the_months_of_its_decree(folder: Folder, legal: Legal, dates: str, month: str) -> None:
    with pytest.raises(OverLimit, match=rf"in {month}; .*in force from 2017-04 to 2021-03 \(art. 2 Tijdelijk besluit"):
        check(folder.regime(BASIS, dates), legal)


@pytest.mark.parametrize(
    ("field", "message"),
    [("eigen_aandeel = 51", r"eigen_aandeel is 51% in 2018-01; .* allows 50%"),
     ('eigen_maximum = "199.01"', r"eigen_maximum is 199.01 euro in 2018-01; .* allows 199.00 euro")],
)  # fmt: skip
def test_an_own_exemption_stays_under_its_decree(folder: Folder, legal: Legal, field: str, message: str) -> None:
    with pytest.raises(OverLimit, match=message):
        check(folder.regime(f"{BASIS}{field}\n", 'vanaf = "2018-01"\ntot = "2018-12"'), legal)


def test_a_regime_that_still_runs_is_checked_until_a_named_month(folder: Folder, legal: Legal) -> None:
    running = folder.regime('[premie]\ngeldt = true\nmaximum = "200.00"\n', 'vanaf = "2021-01"')
    check(running, legal, until=Month.parse("2022-06"))
    check(running, legal, until=Month.parse("2020-06"))
    with pytest.raises(InputError, match="name the last month"):
        check(running, legal)

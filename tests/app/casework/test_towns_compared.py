# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Towns beside each other: the same people and the same behaviour, and nothing filled in that no source states."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.app.casework.towns.aspects import answers
from werkzaam.app.casework.towns.compare import Asked, TownsCompared, compare_towns
from werkzaam.app.casework.towns.households_file import Household, read_households
from werkzaam.app.casework.towns.money import Amounts, Kept, NoResult
from werkzaam.app.casework.towns.named import named
from werkzaam.app.casework.towns.page_json import towns_json
from werkzaam.app.casework.towns.page_text import towns_text
from werkzaam.casework.ladder_run import Behaviour
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import part_ids, read_part
from werkzaam.rules.situatie import Leefvorm

JULY = Month.of(2021, 7)
FILE = """naam,leefvorm,netto,aantal,uren,maanden_bijstand,uren_onbetaald,activiteiten,wensen,dagen_zonder_contact,gemist
Sanne,alleenstaande,600.00,40,12,30,,,scholing,400,2
Bob,gehuwden,0,10,,,20,vrijwilligerswerk|mantelzorg,,20,3
"""
NEW_CITY = """soort = "gemeente"
id = "nieuwstad_2027"
gemeente = "Nieuwstad"
naam = "Nieuwstad"
name = "Nieuwstad"
omschrijving = "Een verzonnen stad."
description = "An invented town."
vanaf = "2018-01"
uses = ["nieuwstad_begeleiding", "earn_full_settlement", "nl_no_premium", "ams_income_settlement", "nl_settlement_details",
        "nl_norm_details", "nl_no_city_pass"]
"""
NEW_PART = """soort = "deel"
id = "nieuwstad_begeleiding"
gemeente = "Nieuwstad"
naam = "Begeleiding"
name = "Guidance"
omschrijving = "Verzonnen."
description = "Invented."
bron = "verzonnen voor deze toets"
vanaf = "2018-01"
aard = "{nature}"

[begeleiding]
contacten_minstens = 4
caseload_hoogstens = 25

[uitnodiging]
respecteert_nee = true

[[trede]]
code = "eerste"
doet = "brief"
zegt = {{ nl = "Komt u langs?", en = "Will you come?" }}

[[trede]]
code = "bezoek"
doet = "huisbezoek"
zegt = {{ nl = "Wij komen langs.", en = "We come by." }}

[activiteiten]
tellen_mee = ["mantelzorg"]
"""


@pytest.fixture
def households(tmp_path: Path) -> Path:
    path = tmp_path / "households.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def asked(households: Path | None = None, **prices: int) -> Asked:
    found = () if households is None else tuple(read_households(households))
    share = Fraction(17, 20)
    return Asked(Behaviour(1_000, Fraction(1, 10)), Amounts(read_facts(), JULY, share), prices, found)


def kept(done: TownsCompared) -> list[list[int | None]]:
    return [[line.money.kept if isinstance(line.money, Kept) else None for line in town.lines] for town in done.towns]


@pytest.mark.requirement("R-225")
def test_the_cap_of_wageningen_says_not_stated_and_our_own_assumption_stands_beside_it() -> None:
    (wageningen,) = named(["wag_stimulation_programme"])
    assert answers(wageningen, JULY, "en")["premium_cap"] == "not stated (we filled in: €\u00a0215.00)".replace("\u00a0", " ")
    told = towns_text(compare_towns(["wag_stimulation_programme"], asked()), "en")
    assert "Highest premium: not stated" in told
    assert answers(wageningen, JULY, "en")["ladder"] is None


def test_what_no_source_states_is_null_for_every_part_and_never_a_zero() -> None:
    for ident in part_ids():
        guidance = read_part(ident).guidance
        if guidance is not None:
            found = answers(named([ident])[0], JULY, "nl")
            assert (found["contacts"] is None) == (guidance.contacts_least is None and guidance.contacts_most is None), ident
            assert (found["duties"] is None) == (not guidance.duties and not guidance.states("duties")), ident
            assert (found["targets"] is None) == (not guidance.targets and not guidance.states("targets")), ident


@pytest.mark.requirement("R-228")
def test_the_ladders_of_rotterdam_and_amsterdam_as_they_were_described() -> None:
    rotterdam, amsterdam = (town.demand.run for town in compare_towns(["rot_taskforce", "ams_vitamine_a"], asked()).towns)
    assert rotterdam is not None
    assert amsterdam is not None
    assert (rotterdam.measures, len([one for one in rotterdam.rounds if one.absent])) == (1, 3)
    assert (amsterdam.measures, amsterdam.visits) == (0, 10)


def test_the_same_month_under_each_town_by_the_rules_of_compare_earnings(households: Path) -> None:
    done = compare_towns(["amsterdam_2018", "amsterdam_2021", "bremen"], asked(households))
    assert [each[0] for each in kept(done)[:2]] == [200_00, 180_00]
    sanne = done.towns[0].lines[0].money
    assert isinstance(sanne, Kept)
    assert sanne.per_hour == 3_85  # 200.00 over 12 hours a week, 52 weeks in 12 months.


def test_a_one_euro_job_pays_per_unpaid_hour_and_not_per_paid_hour(households: Path) -> None:
    bremen = compare_towns(["bremen"], asked(households)).towns[0]
    assert isinstance(bremen.lines[1].money, Kept)
    assert bremen.lines[1].money.kept == 121_33  # 20 hours a week are 5,200 minutes a month, at 1.40 an hour.
    idle = Household("idle", Leefvorm.GEHUWDEN, 0, hours=Fraction(20))
    (town,) = compare_towns(["bremen"], Asked(asked().behaviour, asked().amounts, {}, (idle,))).towns
    assert isinstance(town.lines[0].money, Kept)
    assert town.lines[0].money.kept == 0


def test_a_rule_about_gross_wages_has_no_result_without_the_net_share(households: Path) -> None:
    without = Asked(asked().behaviour, Amounts(read_facts(), JULY), {}, tuple(read_households(households)))
    money = compare_towns(["bremen"], without).towns[0].lines[0].money
    assert isinstance(money, NoResult)
    assert money.needs_net_share
    assert "Geef met --net-share" in towns_text(compare_towns(["bremen"], without), "nl")


def test_the_same_behaviour_leads_elsewhere_under_each_regime(households: Path) -> None:
    done = compare_towns(["rot_taskforce", "ams_vitamine_a", "lee_neighbourhood_teams"], asked(households))
    sanne, bob = ([town.lines[at].follows for town in done.towns] for at in (0, 1))
    assert [one.step and one.step.action for one in sanne] == ["brief_aankondiging", "huisbezoek", None]
    assert [one.step and one.step.action for one in bob] == ["maatregel", "rust", None]
    assert [one.counted for one in bob] == [("vrijwilligerswerk", "mantelzorg"), ("vrijwilligerswerk",), ("vrijwilligerswerk",)]
    assert sanne[0].contact is not None
    assert sanne[0].contact.value == "owed"
    assert sanne[1].contact is None


def test_prices_that_nobody_gave_are_named_and_not_filled_in(households: Path) -> None:
    rotterdam, jobbtorg = compare_towns(["rot_taskforce", "sto_jobbtorg"], asked(households, brief=1_00, gesprek=50_00)).towns
    assert rotterdam.demand.cost_talks == 50 * 50_00
    assert rotterdam.demand.cost_invitations == "aangetekende_brief"
    assert rotterdam.demand.cost_positions == ("positie_per_jaar", "positie_per_jaar")
    assert (jobbtorg.demand.positions_least, jobbtorg.demand.positions_most) == (Fraction(50, 30), 2)
    assert (jobbtorg.demand.talks, jobbtorg.demand.cost_talks) == (None, None)
    whole = asked(households, brief=1_00, aangetekende_brief=9_00, huisbezoek=40_00)
    assert compare_towns(["rot_taskforce"], whole).towns[0].demand.cost_invitations == 1_000_00 + 100 * 9_00 + 10_00
    assert "geen prijs gegeven (gesprek)" in towns_text(compare_towns(["rot_taskforce"], asked(households)), "nl")


@pytest.mark.requirement("R-236")
def test_a_new_city_is_a_file_and_every_comparison_has_it(tmp_path: Path, households: Path) -> None:
    tmp_path.joinpath("nieuwstad_2027.toml").write_text(NEW_CITY, encoding="utf-8")
    nature = read_part("ams_vitamine_a").guidance
    assert nature is not None
    part = tmp_path / "nieuwstad_begeleiding.toml"
    part.write_text(NEW_PART.format(nature=nature.nature), encoding="utf-8")
    done = compare_towns([str(tmp_path / "nieuwstad_2027.toml"), "ams_vitamine_a"], asked(households))
    new = done.towns[0]
    assert answers(new.named, JULY, "nl")["contacts"] == "minstens 4"
    assert (new.demand.positions_least, new.demand.talks) == (2, 200)
    assert new.demand.run is not None
    assert (new.demand.run.measures, new.demand.run.visits) == (0, 100)
    assert isinstance(new.lines[0].money, Kept)
    assert new.lines[1].follows.counted == ("mantelzorg",)
    assert "nieuwstad_2027" in towns_text(done, "nl")
    assert json.loads(towns_json(done))["towns"][0]["municipality"] == "Nieuwstad"


@pytest.mark.requirement("R-231")
def test_every_regime_with_targets_shows_what_targets_do_as_well() -> None:
    with_targets = [ident for ident in part_ids() if (guidance := read_part(ident).guidance) and guidance.targets]
    assert {"ams_comparison", "lee_neighbourhood_teams", "rot_taskforce"} <= set(with_targets)
    for ident in with_targets:
        found = answers(named([ident])[0], JULY, "en")
        assert found["targets"]
        assert found["target_effects"], ident


@pytest.mark.requirement("R-234")
def test_wageningens_earned_back_is_labelled_an_own_statement() -> None:
    told = answers(named(["wag_stimulation_programme"])[0], JULY, "en")["results"]
    assert told is not None
    (earned,) = [one for one in told.split("; cost") if "earned back" in one]
    assert earned.endswith("[own statement]")
    for ident in part_ids():
        guidance = read_part(ident).guidance
        results = None if guidance is None else answers(named([ident])[0], JULY, "en")["results"]
        if guidance is not None and guidance.results:
            assert results is not None
            assert results.count("[") >= len(guidance.results)


def test_a_name_that_is_not_known_says_the_closest_and_a_town_stands_for_one_regime() -> None:
    with pytest.raises(UnknownName, match="Did you mean rot_taskforce"):
        named(["rot_taskfroce"])
    with pytest.raises(InputError, match="name each once"):
        named(["tilburg_2018", "tilburg_2018"])
    (amsterdam,) = named(["Amsterdam"])
    assert amsterdam.regime.municipality == "Amsterdam"
    assert amsterdam.guidance is not None
    assert "amsterdam_2021" in amsterdam.instead_of


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Sanne,alleen,600", "row 2, leefvorm: one of alleenstaande, alleenstaande_ouder, gehuwden was expected; found 'alleen'"),
        ("Sanne,alleenstaande,6e2", "row 2, netto: An amount in euros was expected"),
        ("Sanne,alleenstaande,-5", "row 2, netto: a net wage a month from 0 to 10000 euros was expected"),
        (",alleenstaande,5", "row 2, naam: a name of your own was expected"),
        ("Sanne,alleenstaande", "3 cells were expected, one for each column; found 2"),
    ],
)
def test_a_bad_row_is_refused_with_its_row_and_column(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "households.csv"
    path.write_text(f"naam,leefvorm,netto\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_households(path)
    assert said in str(refused.value)


def test_unknown_columns_and_codes_are_refused_with_the_closest(tmp_path: Path) -> None:
    path = tmp_path / "households.csv"
    path.write_text("naam,leefvorm,netto,wens\nA,gehuwden,0,x\n", encoding="utf-8")
    with pytest.raises(UnknownName, match="Did you mean wensen"):
        read_households(path)
    path.write_text(
        "naam,leefvorm,netto,activiteiten,uren\nA,gehuwden,0,vrijwiligerswerk,\nB,gehuwden,0,,7.3\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as refused:
        read_households(path)
    assert "row 2, activiteiten: 'vrijwiligerswerk' is not known here. Did you mean vrijwilligerswerk" in str(refused.value)
    assert "row 3, uren: hours a week such as 12 or 7.5 were expected" in str(refused.value)


def test_the_command_prints_json_draws_and_refuses(households: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture, prices = tmp_path / "towns.svg", tmp_path / "prices.csv"
    prices.write_text("wat,bedrag,bron\ngesprek,55.00,verzonnen\n", encoding="utf-8")
    ask = ["compare", "rot_taskforce", "amsterdam_2018", "--on", str(households), "--month", "2021-07"]
    assert main([*ask, "--prices", str(prices), "--format", "json", "--svg", str(picture)]) == 0
    document = json.loads(capsys.readouterr().out)
    rotterdam, amsterdam = document["towns"]
    assert (rotterdam["households"][0]["status"], amsterdam["households"][0]["kept"]) == ("missing_parameter", 200_00)
    assert rotterdam["demand"]["ladder_ends"] == {"measures_at_most": "1", "home_visits": "0", "left_in_peace": "0"}
    assert rotterdam["demand"]["cost"]["talks"] == {"cents": 50 * 55_00, "missing_price": None}
    assert rotterdam["aspects"]["nl"]["review_months"] is None
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.count("<rect") == 1 + 4
    assert "Sanne, amsterdam_2018: € 200,00." in drawn
    assert main(["compare"]) == 2
    assert main(["compare", "bremen", "--absent", "110"]) == 2
    assert main(["compare", "bremen", "--invited", "0"]) == 2
    told = capsys.readouterr().err
    assert "a percentage from 0 to 100 was expected" in told
    assert "Or ask --cities" in told

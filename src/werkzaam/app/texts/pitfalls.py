# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where settling part-time earnings went wrong before, and where each of these pitfalls is held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Held(Enum):
    """Whether a pitfall is held."""

    HELD = "held"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Pitfall:
    """What was given, what must hold, by which rules, inputs and choices it does, and which stories show it."""

    id: str
    given: str
    holds: str
    state: Held
    by: tuple[str, ...]
    where: str = ""
    stories: tuple[str, ...] = ()


_HELD, _PARTLY = Held.HELD, Held.PARTLY

PITFALLS = (
    Pitfall(
        "P1",
        "four-weekly wage, times 13/12 each month",
        "over 13 pays nothing counts twice, and the 13th is seen to be free",
        _HELD,
        ("loon_uit_vier_weken", "vierweken_geteld_dit_jaar", "vierweken_verschil"),
        stories=("tijdvak/dertiende-loon-is-vrij.toml",),
    ),
    Pitfall(
        "P2",
        "a wage is paid in the next month, the month of the work counts",
        "the page names both; a re-run gives the same sum",
        _HELD,
        ("inkomsten.maandregel",),
        "the line of a wage on the page",
        stories=("valkuilen/loon-een-maand-later-betaald.toml",),
    ),
    Pitfall(
        "P3",
        "weekly wage, converted and settled later",
        "each reported amount can be found back",
        _HELD,
        ("nettoloon",),
        "each payslip is a line of the page, with its days; one that comes later is settled in the ledger",
        stories=(
            "grootboek/een-loonstrook-te-laat.toml",
            "tijdvak/weekloon-over-twee-maanden.toml",
        ),
    ),
    Pitfall(
        "P4",
        "wage 871.25, norm 992.12",
        "supplementary bijstand is not zero, and the experiment's exemption is applied",
        _HELD,
        ("vrijlating.eigen", "vrijgelaten_loon", "bijstand"),
        stories=("valkuilen/aanvulling-niet-stil-nul.toml",),
    ),
    Pitfall(
        "P5",
        "bijstand falls to zero",
        "payments to others, such as rent, do not stop unnoticed",
        _HELD,
        ("status", "recht_op_bijstand"),
        "that it stops is computed; the ledger pays others first, and shows what is short",
        stories=(
            "grootboek/huur-eerst-en-tekort-gezien.toml",
            "valkuilen/bijstand-valt-op-nul.toml",
        ),
    ),
    Pitfall(
        "P6",
        "holiday money or end-of-year pay is settled monthly",
        "never more is deducted than was received",
        _HELD,
        ("vakantiegeld_meegeteld", "vakantiegeld_terug", "eindejaarsuitkering_meegeteld", "eindejaarsuitkering_terug"),
        stories=(
            "loon/vakantiegeld-te-veel-meegeteld.toml",
            "loon/vakantiegeld-terug-tot-nul.toml",
            "valkuilen/eindejaarsuitkering-niet-dubbel.toml",
        ),
    ),
    Pitfall(
        "P7",
        "flexible hours, estimate too high",
        "the shortage is paid at once, a month below the norm is seen",
        _HELD,
        ("verschil_met_schatting", "tekort_onder_norm", "bufferbudget"),
        "the ledger pays it with the next file of the bank",
        stories=(
            "grootboek/in-het-voordeel-wordt-meteen-betaald.toml",
            "schatting/veel-te-hoog.toml",
            "valkuilen/bufferbudget-hoogstens-1000.toml",
            "valkuilen/te-hoog-geschat-onder-de-norm.toml",
        ),
    ),
    Pitfall(
        "P8",
        "estimate too low",
        "the debt stands apart from the right of the month, and is spread",
        _HELD,
        ("uit_te_betalen_geschat", "verschil_met_schatting"),
        "the ledger keeps it back in parts, and names the month of each",
        stories=(
            "grootboek/amal-de-klap-wordt-gespreid.toml",
            "schatting/te-laag.toml",
        ),
    ),
    Pitfall(
        "P9",
        "the payslip is late",
        "payment on the last known wage, not zero",
        _HELD,
        ("loon_bekend", "geschat_nettoloon", "loon"),
        stories=("schatting/nog-geen-loonstrook.toml",),
    ),
    Pitfall(
        "P10",
        "somebody leaves for work",
        "the debt of the last month is announced in advance",
        _HELD,
        ("verschil_met_schatting", "uit_te_betalen_geschat", "status"),
        "the debt itself is computed; what is likely to be claimed is told before work begins",
        stories=("valkuilen/schuld-van-de-laatste-maand.toml",),
    ),
    Pitfall(
        "P11",
        "wage above the norm, below it after the exemption",
        "the right remains",
        _HELD,
        ("vrijgelaten_loon", "middelen", "recht_op_bijstand"),
        stories=("vrijlating/loon-boven-norm-recht-blijft.toml",),
    ),
    Pitfall(
        "P12",
        "income found after seven months",
        "no simple set-off, but a formal decision",
        _HELD,
        ("nettoloon", "bijstand"),
        "the page of a case says so where a row has `bekend_op`; in the ledger nothing is kept back without a decision",
        stories=(
            "grootboek/term-van-zes-maanden.toml",
            "valkuilen/loon-na-acht-maanden-gevonden.toml",
        ),
    ),
    Pitfall(
        "P13",
        "a wage return corrects an old month",
        "that month is computed again with its own numbers, the difference shown",
        _HELD,
        ("loon_voor_heffing", "loon_van_de_maand"),
        "every month has its own numbers; the ledger decides the month again, and both stand",
        stories=(
            "grootboek/oude-maand-heropend.toml",
            "loon/correctie-van-een-oud-loon.toml",
            "valkuilen/oude-maand-met-eigen-norm.toml",
        ),
    ),
    Pitfall(
        "P14",
        "the employer applied no tax credit",
        "it counts as if applied, and the person is told",
        _HELD,
        ("gemiste_heffingskorting", "loon_van_de_maand"),
        stories=("tijdvak/heffingskorting-niet-toegepast.toml",),
    ),
    Pitfall(
        "P15",
        "premium twice a year",
        "a third payment, or more than part j, is refused or waits; the effect on wealth is told",
        _PARTLY,
        ("premie_blijft_klaar", "premie_dit_jaar", "premie.uitbetaling"),
        "a town with three payouts in a year is refused; wealth is not looked at",
        stories=(
            "premie/alle-premies-samen-binnen-het-jaarmaximum.toml",
            "premie/jaarmaximum.toml",
            "premie/twee-keer-per-jaar.toml",
        ),
    ),
    Pitfall(
        "P16",
        "somebody turns 27, or a child 12",
        "exemptions change in the right month",
        _HELD,
        ("vanaf_27", "zorg_kind_onder_12", "kan_r"),
        stories=("valkuilen/kind-wordt-12.toml", "vrijlating/wordt-27.toml"),
    ),
    Pitfall(
        "P17",
        "the norm changes on 1 January or 1 July",
        "each month has the numbers of its own half-year",
        _HELD,
        ("basisnorm", "bijstandsnorm"),
        stories=("loon/norm-wijzigt-op-1-januari.toml", "loon/norm-wijzigt-op-1-juli.toml"),
    ),
    Pitfall(
        "P18",
        "an error in a table is found later",
        "all months concerned can be listed and repaired",
        _PARTLY,
        ("vakantieaanspraak",),
        "the how-to computes them twice and compares; the ledger pays, month by month",
        stories=("valkuilen/tabel-hersteld.toml", "valkuilen/tabel-zoals-gedrukt.toml"),
    ),
    Pitfall(
        "P19",
        "a travel allowance, untaxed or gross",
        "untaxed does not count, paid as wage it does",
        _HELD,
        ("niet_meegeteld", "nettoloon"),
        stories=("tijdvak/reiskosten-onbelast.toml", "valkuilen/reiskosten-in-het-loon.toml"),
    ),
    Pitfall(
        "P20",
        "several jobs",
        "one maximum per person and month, over the sum of the jobs",
        _HELD,
        ("loon_samen", "grondslag", "vrijgelaten_loon"),
        stories=("vrijlating/twee-banen-een-maximum.toml",),
    ),
)
PITFALLS_HEAD = """Mistakes that were made with people's money before, from ombudsmen, rulings, handbooks and research, and
where each is held. *Stories* are the cases that show it."""

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the law one by one: which of our rules compute each, and what is missing.

The numbers are those of our list of rules, made from the law text, regulations, rulings and towns' own texts.
Every name in `by` is a rule, an input or a choice; `tests/app/test_reference_law.py` checks that.
"""

from __future__ import annotations

from werkzaam.app.texts.law_points import Point, State

_COVERED, _PARTLY, _REFUSED, _NO_SUM = State.COVERED, State.PARTLY, State.REFUSED, State.NO_SUM

_CORE = (
    Point(
        "L1",
        "There is a right when income is below the norm and there are no assets that count.",
        "Pw 19:1",
        _PARTLY,
        ("bijstand", "recht_op_bijstand", "inkomen_boven_norm", "status"),
        "Assets (article 34) are not looked at.",
    ),
    Point(
        "L2",
        "Bijstand is the norm less income, both with holiday allowance.",
        "Pw 19:2",
        _COVERED,
        ("bijstandsnorm", "middelen", "bijstand"),
    ),
    Point(
        "L3",
        "Holiday allowance is 5% of the norm that holds it, half a cent up.",
        "Pw 19:3",
        _COVERED,
        ("vakantietoeslag_in_norm", "norm_zonder_vakantietoeslag", "reservering"),
    ),
    Point(
        "L4",
        "Who shares the costs of a home has a norm per person: (40% + A x 30%) / A x B.",
        "Pw 22a, 19a",
        _COVERED,
        ("telt_als_kostendeler", "kostendelers", "rekennorm", "norm_per_persoon", "kostendelersnorm", "deelt_kosten"),
    ),
    Point(
        "L5",
        "Norms under 21; from 2026 a fixed sum for who cannot turn to the parents, never above the norm from 21.",
        "Pw 20",
        _PARTLY,
        (
            "normgroep_jongeren",
            "basisnorm",
            "verhoging_18_20",
            "jonger_dan_18",
            "jong_in_inrichting",
            "verhoging_niet_bekend",
        ),
        "Refused: under 18, an institution, and the fixed sum beside another norm than article 20.",
    ),
)
_COUNTS = (
    Point(
        "L6",
        "Means are all that a household has or can reasonably have; the tax credit counts, used or not.",
        "Pw 31:1",
        _PARTLY,
        ("loon_van_de_maand", "gemiste_heffingskorting"),
        "How much credit was missed is delivered, not computed. Assets are not looked at.",
    ),
    Point(
        "L7",
        "What is income: from work, benefits, rent, maintenance, tax refunds and the like, for the month it concerns.",
        "Pw 32:1",
        _PARTLY,
        ("loon_samen", "ander_inkomen_telt", "inkomen_te_beslissen", "eigen_bedrijf"),
        "Profit of an own business is refused without a rule of the town; income from assets has no kind of its own and is "
        "to be decided as `onbekend`.",
    ),
    Point(
        "L8",
        "What is left after tax, premiums and compulsory pension counts.",
        "Pw 31:3",
        _PARTLY,
        ("nettoloon", "loon_van_de_maand"),
        "The net wage is delivered; net is not worked out from gross.",
    ),
    Point(
        "L9",
        "A uniform net wage, worked out from the wage return.",
        "Regeling 7a, Pw 32:5",
        _PARTLY,
        ("uniform_nettoloon", "uniforme_premie", "inkomsten.nettoloon"),
        "From 2027. The fixed premium was cut off in the source, so a town that chooses this is refused with that number's name.",
    ),
    Point(
        "L10",
        "The wage signal to towns follows the same idea.",
        "Inlichtingenbureau",
        _NO_SUM,
        (),
        "A delivery of data; its items are inputs (`loon_voor_heffing` and further).",
    ),
    Point(
        "L11",
        "What is not means: allowances, child benefit, gifts, volunteer fees, the exempt part of wages and so on.",
        "Pw 31:2",
        _PARTLY,
        ("niet_meegeteld", "giften_te_beslissen", "vergoeding_te_beslissen", "vrijgelaten_loon", "te_beslissen"),
        "The maxima of a volunteer fee are known for January to June 2026 only, the free sum of gifts for 2026; outside them a "
        "person decides. Contributions of article 18(8) are not added to gifts.",
    ),
    Point(
        "L12",
        "An untaxed travel allowance is no income; one paid as gross wage is.",
        "Pw 31:2:g",
        _PARTLY,
        ("niet_meegeteld", "nettoloon"),
        "Travel costs that somebody paid in advance (Haarlemmermeer) are not taken off.",
    ),
    Point(
        "L13",
        "Paid-out holiday hours are income from work, in the month of payment.",
        "CRVB:2014:2697",
        _PARTLY,
        ("loon_van_de_maand", "loon_uit_werk"),
        "They are part of the net wage; in which month is up to whoever delivers it.",
    ),
    Point("L14", "Unpaid informal care is not paid work.", "Pw 33:6", _COVERED, ("niet_meegeteld", "deelt_kosten")),
)
_WHEN = (
    Point(
        "L15",
        "Wages belong to the period of the work, a lump sum to the period it concerns.",
        "Pw 32:1",
        _COVERED,
        ("inkomsten.maandregel", "eindejaarsuitkering_toegerekend"),
    ),
    Point(
        "L16",
        "Deferred income counts in the period in which it was earned.",
        "Pw 32:2",
        _PARTLY,
        ("vakantiegeld_over_loon", "eindejaarsuitkering_over_loon"),
        "Other deferred income is delivered in the month in which it was earned.",
    ),
    Point("L17", "Towns differ in the month; the chosen one is printed.", "Pw 32:1", _COVERED, ("inkomsten.maandregel",)),
    Point(
        "L18",
        "Income of the six months before may be set off against bijstand.",
        "Pw 58:4",
        _PARTLY,
        ("verschil_met_schatting",),
        "The ledger keeps back from a later month; of income found later than six months the page of a case says so.",
    ),
    Point(
        "L19",
        "Monthly and weekly pay count as they are; four-weekly pay times 13/12, or by days.",
        "Divosa 2019, 2.5",
        _COVERED,
        ("loon_uit_vier_weken", "inkomsten.vierweken", "nettoloon"),
    ),
    Point(
        "L20",
        "Towns choose, and check the sum after the year.",
        "Divosa 2019, 2.5",
        _PARTLY,
        ("vierweken_ontvangen_dit_jaar", "vierweken_geteld_dit_jaar", "vierweken_verschil"),
        "The difference is shown in December; nothing settles it by itself.",
    ),
)
_HOLIDAY = (
    Point(
        "L21",
        "The claim on holiday money over income, by the State's tables.",
        "Regeling 11, 12; Pw 31:4",
        _PARTLY,
        ("schijf_werk", "schijf_uitkering", "vakantieaanspraak"),
        "The tables of 2015 and 2016 are known. Later months are refused with the name of the missing number.",
    ),
    Point(
        "L22",
        "To be set off: net wage less the exempt part, with the holiday money.",
        "Pw 31:4",
        _COVERED,
        ("meetellend_loon", "vakantiegeld_samen", "vakantiegeld_op_rekening"),
    ),
    Point(
        "L23",
        "No more holiday money may be deducted than was received.",
        "CRVB:2018:3513",
        _COVERED,
        ("vakantiegeld_meegeteld", "vakantiegeld_terug", "nabetaling_vakantiegeld"),
    ),
    Point(
        "L24",
        "Income with its holiday money is compared to the norm with holiday allowance.",
        "RBGEL:2017:3354",
        _COVERED,
        ("middelen", "bijstand", "inkomen_boven_norm"),
    ),
    Point(
        "L25",
        "Reserve: 5% of the norm less the income that carries holiday allowance.",
        "Pw 19:3",
        _COVERED,
        ("middelen_met_vakantietoeslag", "reservering", "vakantietoeslag_gereserveerd", "vakantietoeslag_uitbetaling"),
    ),
    Point(
        "L26",
        "Tables were wrong in 2016 and 2017 and had to be repaired: keep versions and compute again.",
        "Regeling 12",
        _PARTLY,
        ("vakantieaanspraak",),
        "Computing again and listing the months is a how-to; the corrected tables were not found. Paying is done in the ledger.",
    ),
    Point(
        "L27",
        "End-of-year pay counts when paid, back to the months it was built up in; many towns count it monthly.",
        "Pw 32:1",
        _PARTLY,
        (
            "eindejaarsuitkering_over_loon",
            "eindejaarsuitkering_meegeteld",
            "eindejaarsuitkering_terug",
            "inkomsten.eindejaarsuitkering",
        ),
        "Two further ways in the Divosa handbook were cut off in what we could read. Where a town counts it monthly, what is "
        "paid beyond what was built up does not count.",
    ),
    Point(
        "L28",
        "The wage signal keeps amounts at the special rate apart.",
        "Inlichtingenbureau",
        _NO_SUM,
        (),
        "A delivery of data; holiday money and end-of-year pay are inputs of their own.",
    ),
)
_EXEMPT = (
    Point(
        "L29",
        "First the exemption, then the test whether there is a right.",
        "CRvB 24-8-2021",
        _COVERED,
        ("vrijgelaten_loon", "meetellend_loon", "bijstand"),
    ),
    Point(
        "L30",
        "n: 25% for at most six months; from the AOW age without a limit.",
        "Pw 31:2:n",
        _COVERED,
        ("kan_n", "maanden_n", "maanden_n_geteld", "vrijgelaten_loon"),
    ),
    Point(
        "L31",
        "r: 12.5% for lone parents of a child under 12, 30 unbroken months after n.",
        "Pw 31:2:r",
        _COVERED,
        ("kan_r", "maanden_r", "maanden_r_geteld", "vrijgelaten_loon"),
    ),
    Point(
        "L32",
        "y: 15% for who is limited in hours for medical reasons.",
        "Pw 31:2:y",
        _COVERED,
        ("medisch_urenbeperkt", "soort_vrijlating", "vrijgelaten_loon"),
    ),
    Point(
        "L33",
        "z and aa: 15% in the group for wage-cost subsidy, 12 months after n and longer if more hours are impossible.",
        "Pw 31:2:z",
        _COVERED,
        ("kan_z", "maanden_z", "maanden_z_geteld", "soort_vrijlating"),
    ),
    Point(
        "L34",
        "Under 27 parts c, j, k, n and r do not hold; n and r did from 11-2020 to 9-2021 (31a), from 2023 j with wage subsidy.",
        "Pw 31:5",
        _COVERED,
        ("vanaf_27", "vrijlating_op_leeftijd", "ander_inkomen_telt", "kan_n", "premie_op_leeftijd", "vergoeding_te_beslissen"),
    ),
    Point(
        "L35",
        "Whether sick pay is income from work, and of what the percentage is taken, is not settled.",
        "RBMNE:2021:5092",
        _COVERED,
        ("werkloon", "grondslag", "inkomsten.ziekengeld_is_werk", "vrijlating.grondslag"),
    ),
)
_PARTNER = (
    Point("L36", "Spouses share one right and one sum.", "Pw 11:4", _COVERED, ("echtgenoten", "middelen", "bijstand")),
    Point(
        "L37",
        "A spouse without a right: half the norm for a couple; the other's income counts only beyond the couple's norm.",
        "Pw 24, 32:3",
        _PARTLY,
        ("norm_naast_partner", "norm_voor_beiden", "partner_telt_mee", "inrichting_zonder_recht", "kind_zonder_recht"),
        "Refused: in an institution, and from 2026 with children (24a). Living apart for a time (32:4) is not known.",
    ),
    Point(
        "L38",
        "Lower costs through lodgers count as income.",
        "Pw 33:4",
        _PARTLY,
        ("ander_inkomen_telt",),
        "Rent and board count as they are delivered; how much of them is a lower cost is up to the town.",
    ),
)
_ESTIMATE = (
    Point(
        "L39",
        "Settle in the month, afterwards, or on an estimate.",
        "Divosa 2019",
        _PARTLY,
        ("inkomsten.methode", "loon", "verschil_met_schatting", "loon_achteraf_verrekend"),
        "Afterwards is refused.",
    ),
    Point(
        "L40",
        "Settle afterwards: wages of a month are set off in the next.",
        "Divosa 2019, 4.3",
        _REFUSED,
        ("loon_achteraf_verrekend",),
        "It moves amounts to another month. The ledger corrects the month itself, and says which.",
    ),
    Point(
        "L41",
        "On an estimate: the difference is withheld or paid later, within six months.",
        "Pw 58:4",
        _PARTLY,
        ("geschat_nettoloon", "loon_vooraf", "uit_te_betalen_geschat", "verschil_met_schatting"),
        "The difference is computed; keeping it back and paying it is done in the ledger.",
    ),
    Point(
        "L42",
        "Some towns do not pay until the form is in.",
        "towns",
        _NO_SUM,
        (),
        "A decision to wait. Without a payslip the estimate counts (`loon`).",
    ),
    Point("L43", "Payment is suspended for at most eight weeks.", "Pw 54:1", _NO_SUM, (), "A decision, not an amount."),
)
_PREMIUM = (
    Point(
        "L53",
        "One or two payments a calendar year, together within the maximum of part j; not under 27.",
        "Pw 31:2:j",
        _PARTLY,
        (
            "premie_van_de_maand",
            "premie_klaar",
            "premie_blijft_klaar",
            "premie_dit_jaar",
            "premie_op_leeftijd",
            "uitstroompremie",
            "uurpremie",
        ),
        "All premiums of a person count towards the maximum, also one on leaving; what goes beyond waits and is not counted as "
        "income. A premium per hour is refused of a Dutch town. An exit premium of more than two months is not.",
    ),
    Point(
        "L54",
        "A premium does not touch allowances; it counts as wealth.",
        "gemeente.nu",
        _NO_SUM,
        (),
        "Allowances and assets are not looked at.",
    ),
    Point(
        "L55",
        "219 a month is the yearly maximum divided by twelve, rounded down.",
        "our reading",
        _NO_SUM,
        (),
        "An observation; the maximum is a choice of the town (`premie.maximum`), and a year of it must fit under part j.",
    ),
)

POINTS = {
    "The sum": _CORE,
    "What counts": _COUNTS,
    "In which month": _WHEN,
    "Holiday money and end-of-year pay": _HOLIDAY,
    "The exemption": _EXEMPT,
    "Partner and household": _PARTNER,
    "Estimate and correction": _ESTIMATE,
    "The premium": _PREMIUM,
}
"""Every rule by its heading, in the order of the list."""
LAW_HEAD = """The rules of the law as we read them in the Act, the regulation, rulings, handbooks and towns' own texts, with how
far they are computed: **covered**, **partly**, **refused** (with the refusal), or **not a sum**. What is computed follows from
the [rules](rules.md), [inputs](inputs.md) and [choices](regimes.md) named. L44 to L52, on recovery and setting off debts, wait
for *The ledger*; of them only the ceiling of an instalment is computed ([`aflossing`](rules.md#aflossing))."""

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A couple of whom one stays in an institution: the norm of each as a single person, added (article 23(3))."""

from __future__ import annotations

from werkzaam.engine.formula import Cents, Choice, Count, Truth, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Say, rule
from werkzaam.rules.norm import TOT_2026, VANAF_2026, Gezin, Norm, Normgroep, Normwijze, deel_van_norm
from werkzaam.rules.situatie import Rol


@rule("Pw 23:3", HUISHOUDEN,
      nl=Say("Een van beiden in een inrichting", "Een van u verblijft in een inrichting en de ander niet.", "U verblijft allebei thuis of allebei in een inrichting."),
      en=Say("One of both in an institution", "One of you stays in an institution and the other does not.", "You both stay at home or both in an institution."))  # fmt: skip
def een_in_inrichting(in_inrichting_samen: Count, echtgenoten: Count) -> Truth:
    """One of a couple stays in an institution and the other does not."""
    return (in_inrichting_samen > 0) & (in_inrichting_samen < echtgenoten)


@rule("Pw 23:3", HUISHOUDEN,
      nl=Say("Hoe de norm geldt", "De norm geldt {uitkomst}."),
      en=Say("How the norm holds", "The norm holds {uitkomst}."))  # fmt: skip
def normwijze(zonder_recht: Count, een_in_inrichting: Truth) -> Choice[Normwijze]:
    """Whether one norm is the household's, that of one beside a partner without a right (Pw 24), or those of each apart."""
    samen_of_apart = when(een_in_inrichting, Normwijze.APART, Normwijze.SAMEN)
    return when(zonder_recht > 0, Normwijze.NAAST, samen_of_apart)


_DEELT_NL = Say(
    "Deelt alleen de woonkosten",
    "U deelt de woonkosten met huisgenoten, gerekend zonder uw partner.",
    "U deelt geen woonkosten met huisgenoten.",
)
_DEELT_EN = Say(
    "Shares costs as one",
    "You share the costs of the home with housemates, counted without your partner.",
    "You share no costs of the home with housemates.",
)


@rule("Pw 22a:1", PERSOON, nl=_DEELT_NL, en=_DEELT_EN, span=TOT_2026, yields="deelt_alleen")
def deelt_alleen_tot_2026(kostendelende_huisgenoten: Count, telt_in_inrichting: Count, telt_als_jongere: Count) -> Truth:
    """Article 22a would hold for this person as a single person: at home, 21 or older, with housemates who share."""
    return (kostendelende_huisgenoten > 0) & (telt_in_inrichting < 1) & (telt_als_jongere < 1)


@rule("Pw 22a:4", PERSOON, nl=_DEELT_NL, en=_DEELT_EN, span=VANAF_2026, yields="deelt_alleen")
def deelt_alleen_vanaf_2026(kostendelende_huisgenoten: Count, telt_in_inrichting: Count, telt_als_jongere: Count,
                            telt_zorgt_elders: Count) -> Truth:  # fmt: skip
    """As before, and not while this person lives elsewhere to give intensive care."""
    thuis = (telt_in_inrichting < 1) & (telt_zorgt_elders < 1)
    return (kostendelende_huisgenoten > 0) & thuis & (telt_als_jongere < 1)


@rule("Pw 22a:1", PERSOON,
      nl=Say("Norm met huisgenoten, zonder partner", "Gerekend zonder partner is de norm met huisgenoten {uitkomst}."),
      en=Say("Norm with housemates, without a partner", "Counted without a partner the norm with housemates is {uitkomst}."))  # fmt: skip
def norm_alleen_kostendeler(kostendelende_huisgenoten: Count, telt_als_aow: Count, norm: Norm) -> Cents:
    """(40% + A x 30%) / A x B, with A the housemates and this person, B the norm for a couple of this age."""
    twee = when(telt_als_aow > 0, norm.gehuwden_aow, otherwise=norm.gehuwden)
    return deel_van_norm(twee, kostendelende_huisgenoten + 1, norm)


@rule("Pw 23:3", PERSOON,
      nl=Say("Welke norm als alleenstaande", "Als alleenstaande zou u zijn: {uitkomst}."),
      en=Say("Which norm as a single person", "As a single person you would be: {uitkomst}."))  # fmt: skip
def normgroep_alleen(
    telt_in_inrichting: Count, telt_als_jongere: Count, telt_als_aow: Count, gezin: Choice[Gezin]
) -> Choice[Normgroep]:
    """Which amount of articles 20 to 23 would be this person's if he were single."""
    jong = when(gezin == Gezin.MET_KIND, Normgroep.OUDER_18_20, Normgroep.ALLEENSTAANDE_18_20)
    volwassen = when(telt_als_aow > 0, Normgroep.ALLEENSTAANDE_AOW, Normgroep.ALLEENSTAANDE)
    thuis = when(telt_als_jongere > 0, jong, volwassen)
    return when(telt_in_inrichting > 0, Normgroep.ALLEENSTAANDE_INRICHTING, thuis)


@rule("Pw 23:3", PERSOON,
      nl=Say("Norm als alleenstaande", "Als alleenstaande zou uw norm {uitkomst} zijn.", "Voor een huisgenoot rekenen we geen norm."),
      en=Say("Norm as a single person", "As a single person your norm would be {uitkomst}.", "No norm is computed for a housemate."))  # fmt: skip
def norm_alleen(rol: Choice[Rol], deelt_alleen: Truth, norm_alleen_kostendeler: Cents, normgroep_alleen: Choice[Normgroep],
                norm: Norm) -> Cents:  # fmt: skip
    """The norm of one of the couple as a single person; in an institution with the addition of article 23(2)."""
    bedrag = norm.bedrag[normgroep_alleen] + norm.zorgpremie[normgroep_alleen]
    return when(rol == Rol.HUISGENOOT, 0, otherwise=when(deelt_alleen, norm_alleen_kostendeler, otherwise=bedrag))

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules do not compute: each refusal says which article of the law it is about."""

from __future__ import annotations

from werkzaam.engine.formula import Choice, Count, Months, Truth, total
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Say, refusal
from werkzaam.rules.huishouden import Leeftijden
from werkzaam.rules.inkomen import Inkomen, Onderneming
from werkzaam.rules.loon import Inkomsten, Methode
from werkzaam.rules.norm import TOT_2026, VANAF_2026, Normwijze
from werkzaam.rules.situatie import Inkomenssoort, Rol


@refusal("Pw 20:1", PERSOON,
         nl=Say("Jonger dan 18", "Wie jonger is dan 18 heeft geen eigen norm; die maanden rekenen we niet uit.", "U bent 18 jaar of ouder."),
         en=Say("Under 18", "People under 18 have no norm of their own; those months are not computed.", "You are 18 or older."))  # fmt: skip
def jonger_dan_18(leeftijd_begin: Months, rol: Choice[Rol], leeftijden: Leeftijden) -> Truth:
    """Somebody of the household is under 18 on the first day of the month."""
    return (rol != Rol.HUISGENOOT) & (leeftijd_begin < leeftijden.jongeren)


@refusal("Pw 13:2:a", PERSOON,
         nl=Say("Jonger dan 21 in een inrichting", "Wie 18, 19 of 20 is en in een inrichting verblijft, heeft geen recht op algemene bijstand.", "Dit geldt niet voor u."),
         en=Say("Under 21 in an institution", "Who is 18, 19 or 20 and stays in an institution has no right to general bijstand.", "This does not apply to you."))  # fmt: skip
def jong_in_inrichting(telt_in_inrichting: Count, telt_als_jongere: Count) -> Truth:
    """Somebody under 21 stays in an institution, and has no right there (read in the text of 2024-01-01)."""
    return (telt_in_inrichting > 0) & (telt_als_jongere > 0)


@refusal("Pw 24", HUISHOUDEN,
         nl=Say("Partner zonder recht, en een inrichting", "De norm naast een partner zonder recht op bijstand kennen we niet als een van u in een inrichting verblijft.", "Dit geldt niet voor u."),
         en=Say("Partner without a right, and an institution", "The norm beside a partner without a right to bijstand is not known to us if one of you stays in an institution.", "This does not apply to you."))  # fmt: skip
def inrichting_zonder_recht(zonder_recht: Count, in_inrichting_samen: Count) -> Truth:
    """A partner has no right to bijstand and somebody of the couple stays in an institution."""
    return (zonder_recht > 0) & (in_inrichting_samen > 0)


_KIND_NL = Say(
    "Partner zonder recht en kinderen",
    "Het bedrag dat artikel 24a sinds 2026 aan de norm toevoegt kennen we niet.",
    "Dit geldt niet voor u.",
)
_KIND_EN = Say(
    "Partner without a right, and children",
    "The amount that article 24a adds to the norm since 2026 is not known to us.",
    "This does not apply to you.",
)


@refusal("Pw 24a", HUISHOUDEN, nl=_KIND_NL, en=_KIND_EN, span=TOT_2026, yields="kind_zonder_recht")
def kind_zonder_recht_tot_2026() -> Truth:
    """Never before 2026: article 24a did not exist."""
    return Truth("const", 0)


@refusal("Pw 24a", HUISHOUDEN, nl=_KIND_NL, en=_KIND_EN, span=VANAF_2026)
def kind_zonder_recht(zonder_recht: Count, kinderen: Truth) -> Truth:
    """A partner has no right to bijstand and there are children."""
    return (zonder_recht > 0) & kinderen


_OUDERS_NL = Say(
    "Verhoging naast een andere norm",
    "Hoe de verhoging voor jongeren samengaat met het delen van woonkosten, een partner zonder recht op bijstand of een verblijf in een inrichting, weten we niet.",
    "Dit geldt niet voor u.",
)
_OUDERS_EN = Say(
    "Addition beside another norm",
    "How the addition for young people goes together with sharing costs, a partner without a right to bijstand or a stay in an institution is not known to us.",
    "This does not apply to you.",
)


@refusal("Pw 20:4", HUISHOUDEN, nl=_OUDERS_NL, en=_OUDERS_EN, span=TOT_2026, yields="verhoging_niet_bekend")
def verhoging_niet_bekend_tot_2026() -> Truth:
    """Never before 2026: there was no addition."""
    return Truth("const", 0)


@refusal("Pw 20:4", HUISHOUDEN, nl=_OUDERS_NL, en=_OUDERS_EN, span=VANAF_2026)
def verhoging_niet_bekend(deelt_kosten: Truth, normwijze: Choice[Normwijze], telt_zonder_ouders: Count) -> Truth:
    """Somebody of 18 to 20 cannot turn to the parents, and the couple's norm is not the one of article 20."""
    return (deelt_kosten | (normwijze != Normwijze.SAMEN)) & (total(telt_zonder_ouders) > 0)


@refusal("Pw 19a:1", BAAN,
         nl=Say("Inkomen van een huisgenoot", "Het inkomen van een huisgenoot telt niet mee voor uw bijstand; laat het weg.", "Dit inkomen is niet van een huisgenoot."),
         en=Say("Income of a housemate", "The income of a housemate does not count for your bijstand; leave it out.", "This income is not a housemate's."))  # fmt: skip
def inkomen_van_huisgenoot(rol: Choice[Rol]) -> Truth:
    """A job or other income was given for a housemate, whose money is not the household's."""
    return rol == Rol.HUISGENOOT


@refusal("Pw 32:1", BAAN,
         nl=Say("Eigen bedrijf", "Hoe winst uit een eigen bedrijf meetelt, is van deze gemeente niet bekend.", "Dit is geen winst uit een eigen bedrijf, of de gemeente zegt hoe die meetelt."),
         en=Say("Own business", "How profit of an own business counts is not known of this municipality.", "This is no profit of an own business, or the municipality says how it counts."))  # fmt: skip
def eigen_bedrijf(inkomenssoort: Choice[Inkomenssoort], inkomen: Inkomen) -> Truth:
    """Profit of an own business, where the town states no rule for it."""
    return (inkomenssoort == Inkomenssoort.ONDERNEMING) & (inkomen.onderneming == Onderneming.NIET_GEDEKT)


@refusal("Pw 32:1", HUISHOUDEN,
         nl=Say("Loon een maand later verrekend", "Loon dat een maand later wordt verrekend rekenen we nog niet uit.",
                "Het loon wordt niet een maand later verrekend."),
         en=Say("Wages set off a month later", "Wages that are set off a month later are not computed yet.",
                "The wages are not set off a month later."))  # fmt: skip
def loon_achteraf_verrekend(inkomsten: Inkomsten) -> Truth:
    """The town sets wages off a month later (inkomsten.methode = achteraf), which we do not compute."""
    return inkomsten.methode == Methode.ACHTERAF

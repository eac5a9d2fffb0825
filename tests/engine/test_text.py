# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed can be checked with a pencil: the printed sum, worked out again, gives the printed value."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.formulas import Grower, some_values
from tests.engine.small import Soort, rule_of
from tests.toyland.town import Stand, Woonvorm
from werkzaam.core.money import DOWN, HALF_UP, UP, share_of
from werkzaam.engine.explain import Leaf, Step, evaluate
from werkzaam.engine.formula import (
    Cents,
    Choice,
    Count,
    Formula,
    Months,
    Share,
    Table,
    Truth,
    largest,
    previous,
    ratio,
    share,
    smallest,
    symbol,
    total,
    when,
)  # fmt: skip
from werkzaam.engine.text import formula_text, in_numbers, show

LOON, MAXIMUM, NORM = (symbol(name, Cents) for name in ("loon", "maximum", "norm"))
MAANDEN, DUUR = symbol("maanden", Months), Months("param", "regel.duur")
PART = Share("param", "regel.aandeel")
WERKT, ZORG = symbol("werkt", Truth), symbol("zorg", Truth)
SOORT, STAND = symbol("soort", Choice, Soort), symbol("stand", Choice, Stand)
HEADS = symbol("hoofden", Count)
READ: dict[str, Leaf] = {
    "loon": 200_000, "maximum": 22_400, "norm": 107_870, "maanden": 3, "regel.duur": 6, "regel.aandeel": Fraction(1, 4),
    "werkt": 1,
    "zorg": 0, "soort": 2, "stand": 1, "hoofden": 3, "total loon": (30_000, 20_000), "total norm": (),
    "total maximum": (500, -700),
    "previous schuld": -5, "tabel.bedrag": (1, 2, 33_333, 4), "tabel.aandeel": (0, 0, Fraction(1, 8), 0),
}  # fmt: skip
EXEMPTED = when(MAANDEN < DUUR, smallest(share(LOON, PART, HALF_UP), MAXIMUM), otherwise=0)


def step(formula: Formula, read: dict[str, Leaf] | None = None) -> Step:
    """An evaluated formula."""
    read = READ if read is None else read
    rule = rule_of("a", formula)
    return Step(rule, (), evaluate(formula, read), tuple(read[label] for label in rule.labels))


IN_WORDS = [
    (EXEMPTED, "als maanden < regel.duur dan het laagste van (regel.aandeel van loon en maximum), anders 0",
     "if maanden < regel.duur then the lowest of (regel.aandeel of loon and maximum), otherwise 0"),
    (largest(NORM - LOON, 0), "het hoogste van (norm − loon en 0)", "the highest of (norm − loon and 0)"),
    (smallest(smallest(LOON, NORM), 500), "het laagste van (loon, norm en 5,00)", "the lowest of (loon, norm and 5.00)"),
    (LOON - (NORM - 1), "loon − (norm − 0,01)", "loon − (norm − 0.01)"),
    (LOON - NORM + 1, "loon − norm + 0,01", "loon − norm + 0.01"),
    (LOON + (NORM + 1), "loon + norm + 0,01", "loon + norm + 0.01"),
    ((LOON + NORM) * HEADS, "(loon + norm) × hoofden", "(loon + norm) × hoofden"),
    (LOON // (HEADS + 1), "loon / (hoofden + 1), naar beneden afgerond", "loon / (hoofden + 1), rounded down"),
    (share(LOON - NORM, PART, DOWN), "regel.aandeel van (loon − norm), naar beneden afgerond",
     "regel.aandeel of (loon − norm), rounded down"),
    (share(LOON, ratio(HEADS + 1, HEADS * 2), UP) + 1, "(((hoofden + 1) / (hoofden × 2)) van loon, naar boven afgerond) + 0,01",
     "(((hoofden + 1) / (hoofden × 2)) of loon, rounded up) + 0.01"),
    (previous(symbol("schuld", Cents)) + total(LOON), "schuld van vorige maand + som van loon",
    "schuld of last month + sum of loon"),
    (Table("tabel.bedrag", Cents, Soort)[SOORT], "tabel.bedrag voor soort", "tabel.bedrag for soort"),
    (when(SOORT == Soort.DRIE, 1, otherwise=HEADS), "als soort = drie dan 1, anders hoofden",
    "if soort = three then 1, otherwise hoofden"),
    (STAND != Stand.VAST, "stand ≠ vast", "stand ≠ vast"),
    ((WERKT | ZORG) & ~(LOON <= 0), "(werkt of zorg) en loon > 0", "(werkt or zorg) and loon > 0"),
    (~(WERKT & ZORG), "niet (werkt en zorg)", "not (werkt and zorg)"),
    (DUUR > MAANDEN, "maanden < regel.duur", "maanden < regel.duur"),
    (LOON >= 100, "loon ≥ 1,00", "loon ≥ 1.00"),
    (MAANDEN + 1, "maanden + 1 maand", "maanden + 1 month"),
    (when(WERKT, when(ZORG, LOON, otherwise=0), otherwise=NORM), "als werkt dan (als zorg dan loon, anders 0), anders norm",
     "if werkt then (if zorg then loon, otherwise 0), otherwise norm"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "nl", "en"), IN_WORDS, ids=range(len(IN_WORDS)))
def test_a_formula_in_words(formula: Formula, nl: str, en: str) -> None:
    assert formula_text(formula, "nl") == nl
    assert formula_text(formula, "en") == en


IN_NUMBERS = [
    (EXEMPTED, "het laagste van (25% van 2.000,00 = 500,00 en 224,00) = 224,00"),
    (share(LOON, PART, HALF_UP), "25% van 2.000,00 = 500,00"),
    (NORM - MAXIMUM, "1.078,70 − 224,00 = 854,70"),
    (total(LOON), "300,00 + 200,00 = 500,00"),
    (total(MAXIMUM), "5,00 + (−7,00) = −2,00"),
    (NORM - total(LOON), "1.078,70 − (300,00 + 200,00) = 578,70"),
    (total(NORM), "= 0,00"),
    (LOON + 0, "2.000,00 + 0,00 = 2.000,00"),
    (largest(total(LOON), NORM), "het hoogste van (300,00 + 200,00 = 500,00 en 1.078,70) = 1.078,70"),
    (NORM + previous(symbol("schuld", Cents)), "1.078,70 + (−0,05) = 1.078,65"),
    (previous(symbol("schuld", Cents)) * HEADS, "−0,05 × 3 = −0,15"),
    (NORM - share(LOON, PART, DOWN), "1.078,70 − (25% van 2.000,00, naar beneden afgerond = 500,00) = 578,70"),
    (Table("tabel.bedrag", Cents, Soort)[SOORT] + 1, "333,33 + 0,01 = 333,34"),
    (share(LOON, Table("tabel.aandeel", Share, Soort)[SOORT], HALF_UP), "12,5% van 2.000,00 = 250,00"),
    (share(LOON, ratio(HEADS + 4, HEADS * 5), HALF_UP), "7/15 van 2.000,00 = 933,33"),
    (LOON // HEADS, "2.000,00 / 3, naar beneden afgerond = 666,66"),
    (MAANDEN + 1, "3 maanden + 1 maand = 4 maanden"),
    (when(ZORG, LOON, otherwise=NORM), "= 1.078,70"),
    (NORM - when(WERKT & (LOON > 0), LOON, otherwise=0), "1.078,70 − 2.000,00 = −921,30"),
    (when(ZORG & WERKT & (LOON < 0), 1, otherwise=2), "= 2"),
    (when(ZORG | WERKT | (LOON > 0), 1, otherwise=2), "= 1"),
    (when(~(ZORG | (LOON < 0)), 1, otherwise=2), "= 1"),
    (when(~(WERKT & ZORG), 1, otherwise=2), "= 1"),
    (when(WERKT, when(MAANDEN < 2, 1, otherwise=2), otherwise=3), "= 2"),
    (when(SOORT == Soort.DRIE, Stand.RUST, otherwise=STAND), "= rust"),
    (when(SOORT == Soort.EEN, Stand.RUST, otherwise=STAND), "= begin"),
    (MAANDEN < DUUR, "3 maanden < 6 maanden: ja"),
    (~ZORG & (LOON <= NORM), "niet (zorg = nee) en 2.000,00 ≤ 1.078,70: nee"),
    (when(WERKT, ZORG, otherwise=WERKT), "zorg = nee"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "numbers"), IN_NUMBERS, ids=range(len(IN_NUMBERS)))
def test_a_step_in_its_own_numbers(formula: Formula, numbers: str) -> None:
    assert in_numbers(step(formula), "nl") == numbers


def test_a_step_in_english() -> None:
    assert in_numbers(step(EXEMPTED), "en") == "the lowest of (25% of 2,000.00 = 500.00 and 224.00) = 224.00"
    assert in_numbers(step(when(WERKT, MAANDEN - 2, otherwise=0)), "en") == "3 months − 2 months = 1 month"


@pytest.mark.parametrize(
    ("value", "kind", "options", "nl", "en"),
    [
        (107_870, Cents, None, "1.078,70", "1,078.70"), (-5, Cents, None, "−0,05", "−0.05"), (1, Months, None, "1 maand",
        "1 month"),
        (3, Months, None, "3 maanden", "3 months"), (-1_000, Count, None, "−1000", "−1000"), (1, Truth, None, "ja", "yes"),
        (0, Truth, None, "nee", "no"), (Fraction(1, 8), Share, None, "12,5%", "12.5%"), (1, Share, None, "100%", "100%"),
        (1, Choice, Woonvorm, "blokkentoren", "tower of blocks"), (0, Choice, Stand, "rust", "rust"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_its_kind(value: int, kind: type[Formula], options: type[Stand] | None, nl: str, en: str) -> None:
    assert (show(value, kind, options, "nl"), show(value, kind, options, "en")) == (nl, en)


# -- the pencil ------------------------------------------------------------------------------------------

WORDS = {
    "nl": (
        "het laagste van",
        "het hoogste van",
        "van",
        "en",
        "naar beneden afgerond",
        "naar boven afgerond",
        r"\d+(?:\.\d{3})*(?:,\d\d)?",
    ),
    "en": ("the lowest of", "the highest of", "of", "and", "rounded down", "rounded up", r"\d+(?:,\d{3})*(?:\.\d\d)?"),
}


class Pencil:
    """Works a printed sum out again, knowing nothing but the text; every value on the way must be right."""

    def __init__(self, text: str, lang: str) -> None:
        self.low, self.high, self.of, self.and_, self.down, self.up, number = WORDS[lang]
        words = "|".join([self.low, self.high, self.down, self.up, rf"\b{self.of}\b", rf"\b{self.and_}\b"])
        found = re.findall(rf"{words}|[\d.,]+%|\d+/\d+|−?{number}|[()=,×/+−]", text)
        assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", text), f"not read: {text}"
        self.tokens = found

    def next(self, *wanted: str) -> str:
        """The next word, if it is one of these."""
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else ""

    def settled(self) -> int:
        """A sum with its value."""
        found = self.sum()
        if self.next("="):
            assert found == self.amount(self.tokens.pop(0))
        return found

    def sum(self) -> int:
        """Terms, or a division at the end of which stands how it was rounded."""
        found = self.product()
        while sign := self.next("+", "−"):
            found += self.product() if sign == "+" else -self.product()
        if self.next("/"):
            found //= self.product()
            assert self.next(",")
            assert self.next(self.down)
        return found

    def product(self) -> int:
        """Factors."""
        found = self.atom()
        while self.next("×"):
            found *= self.atom()
        return found

    def atom(self) -> int:
        """A number, a share, a choice between numbers, or something in parentheses."""
        if self.next("("):
            found = self.settled()
            assert self.next(")")
            return found
        if which := self.next(self.low, self.high):
            return (min if which == self.low else max)(self.items())
        token = self.tokens.pop(0)
        if not self.next(self.of):
            return self.amount(token)
        numerator, _, denominator = token.partition("/")
        part = Fraction(int(numerator), int(denominator)) if denominator else Fraction(token[:-1].replace(",", ".")) / 100
        amount, rounding = self.atom(), HALF_UP
        if self.tokens[:2] in ([",", self.down], [",", self.up]):
            rounding = DOWN if self.tokens[1] == self.down else UP
            del self.tokens[:2]
        return share_of(amount, part, rounding)

    def items(self) -> list[int]:
        """What is chosen from."""
        assert self.next("(")
        found = [self.settled()]
        while self.next(",", self.and_):
            found.append(self.settled())
        assert self.next(")")
        return found

    @staticmethod
    def amount(token: str) -> int:
        """A number without its decimal signs."""
        return int(re.sub(r"[.,]", "", token).replace("−", "-"))


@pytest.mark.parametrize("lang", ["nl", "en"])
@given(seed=st.integers(0, 2**40))
def test_the_printed_sum_worked_out_again_gives_the_value(lang: str, seed: int) -> None:
    chance = Random(seed)
    grower = Grower(chance)
    for _ in range(10):
        done = step(grower.amount(3), some_values(chance))
        pencil = Pencil(in_numbers(done, lang).removeprefix("= "), lang)
        assert pencil.settled() == done.value
        assert pencil.tokens == []

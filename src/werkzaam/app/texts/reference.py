# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the generated reference: the head of each page, what is covered, and which work widens what is not."""

from __future__ import annotations

RULES_HEAD = """# The rules

Made by `make docs`; do not edit. Every rule, in the order of the law. A rule is one Python function in `src/werkzaam/rules/`;
what stands here is read from it.

- The *formula* is the rule itself, in words. Names are those of other rules, of [inputs](inputs.md) and of parameters.
- The *sentence* is what a person reads; `{uitkomst}` and the other names between braces become the numbers of the month.
- The *SQL* is the same formula for PostgreSQL, over one table per level with a column for every name, for whoever wants to
  check it in a database. `maand` is the year times twelve plus the month less one. A parameter is a column `group__name`; a
  share has two, `__teller` (numerator) and `__noemer` (denominator).
- A rule that *refuses* stops the calculation where it holds: see [scope](scope.md).

All of them in one picture: [graph.svg](graph.svg). Why rules look like this: [one formula](../explanation/one-formula.md).
"""

ESTIMATES = """## With the estimate: names that end in `_geschat`

While a payslip is not there, and to compare it with what was estimated, these rules are computed a second time. Each is the
rule of the same name without the ending, with the same law, level and words. It reads `loon_vooraf` instead of `loon`,
and the other copies instead of their originals.
"""

INPUTS_HEAD = """# The inputs

Made by `make docs`; do not edit. What must be known of a household in a month. [Case files](case-file.md) and
[tables](tables.md) both become these inputs. The ages are computed from the date of birth, and `loon_bekend` and
`loon_geschat` from whether there is a wage and an estimate. Bounds are both included; a value outside them is refused.
Nationality, country of birth, language and neighbourhood are not among them.
"""

FACTS_HEAD = """# The State's numbers

Made by `make docs`; do not edit. {numbers} numbers with {values} values in time, and {holes} declared holes: months for which
we looked and found none. They stand in `src/werkzaam/facts/data/`. `werkzaam facts KEY` prints every value with its source,
and [new numbers](../how-to/new-numbers.md) says how to add the next ones.

*Certain* means that somebody read the value in the source, on the day that stands with the source below. What was worked out
or could not be confirmed is not certain, and every page that rests on it says so. A number that no rule reads waits for its
rule.
"""

REGIMES_HEAD = """# The regimes

Made by `make docs`; do not edit. A regime is what one town chose for a period. What that means, how parts compose and how to
add a town: [regimes](../explanation/regimes.md). `werkzaam regimes ID` prints one of them.

A choice that no source states is an *assumption*, with its reason; every page that rests on one prints it. In the sources,
*seed* 000 to 004 are the five texts about the experiments with bijstand: an essay (000), the report of the interviews at T1
(001), the final report of Amsterdam (002), an article on the harvest of the national experiments (003), and a dossier on five
Dutch cities, Bremen and Stockholm (004). Numbers such as A-32 are points on which they leave room: see
[choices](../explanation/choices.md).
"""

GUIDANCE_HEAD = """# How people are guided

Made by `make docs`; do not edit. {parts} ways to guide people, of the towns that our five sources describe: who takes the first
step, how often, who decides, what is asked and what of it is enforced, what counts as taking part, and what came of it. Each is a
part of a [regime](regimes.md), in a file of its own. `werkzaam regimes PART` prints one, `werkzaam regimes --history TOWN` a
municipality through the years, and [add a city](../how-to/add-a-city.md) says how to add one.

Nothing is filled in: where no source says anything, *not stated* stands, and *none* where a source says that there are none. A
number of people is that of one full-time position. How strong a result is stands with it: randomised (after a draw), register
comparison, survey, own statement, or expectation. *Seed* 000 to 004 are the five texts (see [the regimes](regimes.md)); numbers
such as A-32 are points on which they leave room: see [choices](../explanation/choices.md).
"""

FIELDS_HEAD = """All of it is optional but `aard`: what is left out is *not stated*. An empty list (`doelstellingen = []`, or
`plicht = []` at the top) says that there are *none*. A text in two languages is `{ nl = "...", en = "..." }`. Two parts of one
town may not state the same field; goals, results and doubts of both are put together, and a part that only tells (who it was for,
what came of it) guides nobody. A measure comes only after a step that speaks of it, and targets in numbers come with what they do
besides."""

ERRORS_HEAD = """# The errors

Made by `make docs`; do not edit. A message says what we looked for, what we found and what to do; never what somebody is
entitled to. When one is raised, nothing is printed and nothing is left half written. The messages below were made by the code
itself. Exit codes are those of the command line: all of them stand in [cli.md](cli.md).
"""

SCOPE_HEAD = """# The scope

Made by `make docs`; do not edit. What Werkzaam computes, what it refuses, and what it does not look at. A refusal is never an
amount of zero: `werkzaam explain` stops with the article, and in the tables of `werkzaam settle` the household-month says which
refusal holds, and has no amounts.

## Covered

- Households of articles 19 to 24: a single person, a lone parent or a couple, from 18 up to and beyond the AOW age, also with
  different ages, in an institution, with housemates who share the costs of the home, and with a partner without a right.
- Net wages per month, per four weeks or split by days, from one or more jobs of each person; corrections, sick pay, benefits from
  former work, a tax credit that the employer did not apply, and an estimate beside the actual.
- Other income by its kind: what counts, what does not, also of a private pension from the AOW age (33:5), and what a person must
  decide about first.
- The exemptions n, r, y, z and aa until 2026 and article 34a from 2027, a town's own under the experiment decree of 2017, and
  bands of the wage as other countries have.
- Holiday money over wages: by the payslip each month, when the employer pays it out, or by the State's table where it is known;
  end-of-year pay by the month or when paid; and what comes back at pay-out.
- The norm with and without holiday allowance, the 5 percent that is kept aside and its yearly payout, income above the norm, an
  instalment of a debt within its ceiling, and the buffer budget of 2027.
- Premiums: over wages, built up per month, closed per half-year and paid twice a year within part j; once; per hour; at exit.

## Months

A month is computed when its regime holds and every number the rules read is known.
"""

_LEDGER = "The ledger"
_TEXT = "the text of the article"
LATER = {
    "jonger_dan_18": "nothing: article 20 begins at 18",
    "jong_in_inrichting": "nothing: who is 18, 19 or 20 has no right there; of a couple, what the other one then gets",
    "inrichting_zonder_recht": "a source that says how articles 23(3) and 24 go together",
    "kind_zonder_recht": "the amount of article 24a: a twelfth of the lone parents' part of the kindgebonden budget",
    "verhoging_niet_bekend": "a source that says which of the two comes first",
    "inkomen_van_huisgenoot": "nothing: it is no means of the household",
    "eigen_bedrijf": "a town's rule for profit (`inkomsten.onderneming`)",
    "loon_achteraf_verrekend": _LEDGER,
}
"""What will compute, or would be needed to compute, what a rule refuses."""
REFUSED = (("Regimes after one another that count wages in different months (`inkomsten.maandregel`)", _LEDGER),)
"""What only a case file is refused for."""
UNSEEN = (
    ("Savings, a house and other assets (article 34)", "not planned yet"),
    ("Gross wages: a wage is delivered as net, or as the items of a wage return", "not planned yet"),
    ("A part of a month: who begins, ends or moves within a month is computed for the whole month", "not planned yet"),
    ("Taxes, and allowances of others: `werkzaam whatif` names them and does not compute them", "not planned yet"),
    ("Measures, fines, recoveries and what is already paid", _LEDGER),
    ("Payment itself, and letters", _LEDGER),
)
"""What changes an amount in life and is read by no rule yet."""
UNSEEN_HEAD = """What is not delivered is not noticed. This changes what is due or paid, and no rule reads it yet. There is no
risk score; nationality, country of birth, language and neighbourhood are inputs of no rule."""
EXAMPLES_HEAD = """Examples that others published, computed again to the cent (`werkzaam demo` prints both). Where a source
cannot be followed, the amount and the reason stand beside it."""

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set as a graph: checked, ordered, pruned to what is asked, and copied under another assumption."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from werkzaam.core.errors import RuleError, UnknownName
from werkzaam.core.months import Month
from werkzaam.engine.formula import NAMING, Formula
from werkzaam.engine.rule import ALWAYS, BEFORE, Input, Level, Parameter, Rule

Declared = Rule | Input


@dataclass(frozen=True, eq=False)
class RuleSet:
    """Rules by name (with their dated versions), the inputs they need and what is asked of them.

    `targets` are the names somebody wants; what no target needs is an error, so nothing is dead.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    inputs: Mapping[str, Input]
    targets: tuple[str, ...]

    @classmethod
    def of(cls, rules: Iterable[Rule], inputs: Iterable[Input], targets: Sequence[str]) -> RuleSet:
        """Check and order a rule set; every mistake is a RuleError that names file and line."""
        grouped: dict[str, list[Rule]] = {}
        for one in rules:
            grouped.setdefault(one.name, []).append(one)
        versions = {name: tuple(sorted(some, key=lambda r: r.span.first)) for name, some in grouped.items()}
        made = cls(versions, {i.name: i for i in inputs}, tuple(targets))
        made._check()
        return made

    # -- reading ---------------------------------------------------------------------------------

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Names of all rules, each after what it needs in the same month."""
        done: dict[str, None] = {}
        busy: list[str] = []

        def visit(name: str) -> None:
            if name in done or name in self.inputs:
                return
            if name in busy:
                raise RuleError(f"{self.where(name)}: a circle: {' -> '.join([*busy[busy.index(name):], name])}. "
                                "Only previous(...) may look back at itself.")  # fmt: skip
            busy.append(name)
            for needed in self.needs(name):
                visit(needed)
            busy.pop()
            done[name] = None

        for name in self.rules:
            visit(name)
        return tuple(done)

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        """Every parameter that a rule uses, by full name."""
        found: dict[str, Parameter] = {}
        for rule in self.versions():
            for name, parameter in rule.parameters.items():
                if found.setdefault(name, parameter) is not parameter:
                    raise RuleError(f"{rule.where}: two groups declare the parameter {name}.")
        return found

    def parameters_on(self, month: Month) -> dict[str, Parameter]:
        """The parameters that the rules in force in a month use, by full name."""
        used = {name for some in self.rules.values() for rule in some if month in rule.span for name in rule.parameters}
        return {name: parameter for name, parameter in self.parameters.items() if name in used}

    @cached_property
    def refusals(self) -> tuple[str, ...]:
        return tuple(name for name, some in self.rules.items() if some[0].refuses)

    @cached_property
    def remembered(self) -> dict[str, int]:
        """The rules that are looked back at, in order, each with its start value: all that crosses from month to month."""
        back = {name for one in self.rules for name in self.needs(one, looking_back=True)}
        return {name: start for name in self.order if name in back and (start := self.rules[name][0].start) is not None}

    def carried(self, name: str) -> Input | None:
        """The input with a rule's value in the month before the first row, where state is carried in."""
        return self.inputs.get(BEFORE + name)

    def versions(self) -> Iterable[Rule]:
        return (rule for some in self.rules.values() for rule in some)

    def on(self, name: str, month: Month) -> Rule:
        """The version of a rule in force in a month; raises UnknownName or RuleError outside its dates."""
        for rule in self.versions_of(name):
            if month in rule.span:
                return rule
        spans = ", ".join(str(r.span) for r in self.rules[name])
        raise RuleError(f"{self.where(name)}: rule {name} has no version for {month}; it has {spans}.")

    def versions_of(self, name: str) -> tuple[Rule, ...]:
        if name not in self.rules:
            near = difflib.get_close_matches(name, self.rules)
            raise UnknownName(f"There is no rule {name!r}." + (f" Did you mean {', '.join(near)}?" if near else ""))
        return self.rules[name]

    def declared(self, name: str) -> Declared | None:
        """The input, or the first version of the rule, of this name."""
        return self.inputs.get(name) or (self.rules[name][0] if name in self.rules else None)

    def level(self, name: str) -> Level:
        found = self.declared(name)
        assert found is not None
        return found.level

    def where(self, name: str) -> str:
        return self.rules[name][0].where if name in self.rules else name

    def needs(self, name: str, *, looking_back: bool = False) -> tuple[str, ...]:
        """Names that a rule reads in the same month, or those it looks back at."""
        return self._reads[name][looking_back]

    @cached_property
    def _reads(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        found = {}
        for name, some in self.rules.items():
            nodes = [n for rule in some for n in rule.formula.walk()]
            now = dict.fromkeys(n.args[0] for n in nodes if n.op in ("name", "total"))
            found[name] = (tuple(now), tuple(dict.fromkeys(n.args[0] for n in nodes if n.op == "previous")))
        return found

    def used_by(self, name: str) -> tuple[str, ...]:
        """Rules that read an input, rule or parameter."""
        return tuple(other for other, some in self.rules.items()
                     if any(n.op in NAMING and n.args[0] == name for r in some for n in r.formula.walk()))  # fmt: skip

    # -- new rule sets from this one ---------------------------------------------------------------

    def prune(self, targets: Sequence[str]) -> RuleSet:
        """Only what these names need, looking back included; refusals stay."""
        wanted: dict[str, None] = {}
        todo = [*targets, *self.refusals]
        while todo:
            name = todo.pop()
            if name in wanted:
                continue
            wanted[name] = None
            if name not in self.inputs:
                self.versions_of(name)
                back = self.needs(name, looking_back=True)
                todo += [*self.needs(name), *back, *(BEFORE + one for one in back if self.carried(one))]
        return RuleSet({n: r for n, r in self.rules.items() if n in wanted},
                       {n: i for n, i in self.inputs.items() if n in wanted}, tuple(targets))  # fmt: skip

    def pinned(self, month: Month) -> RuleSet:
        """The law as it stands in one month, for every month: only the versions in force then, without their dates.

        Raises RuleError where a rule has no version in that month.
        """
        versions = {name: (replace(self.on(name, month), span=ALWAYS, start=some[0].start),) for name, some in self.rules.items()}
        return RuleSet(versions, self.inputs, self.targets).prune(self.targets)

    def under(
        self, suffix: str, replaced: Mapping[str, str], targets: Sequence[str], words: Mapping[str, str] | None = None
    ) -> RuleSet:
        """Add copies, with this suffix, of every rule between the targets and the replaced names.

        The copies read the replacement where the originals read the replaced name. Looking back is
        not replaced: an assumption about this month does not change what earlier months were.
        `words` (per language) stand behind the titles of the copies.
        """
        affected: set[str] = set()
        for name in self.order:
            if name not in replaced and any(n in affected or n in replaced for n in self.needs(name)):
                affected.add(name)
        renamed = {**{n: f"{n}_{suffix}" for n in affected}, **replaced}
        wanted = self._same_month(targets)
        added = words or {"nl": suffix, "en": suffix}
        copies = [replace(rule, name=renamed[name], formula=rename(rule.formula, renamed), start=None,
                          nl=rule.nl.under(added["nl"], renamed), en=rule.en.under(added["en"], renamed))
                  for name in self.order if name in affected and name in wanted and not self.rules[name][0].refuses
                  for rule in self.rules[name]]  # fmt: skip
        return RuleSet.of([*self.versions(), *copies], self.inputs.values(),
                          [*self.targets, *(renamed.get(t, t) for t in targets)])  # fmt: skip

    def _same_month(self, targets: Sequence[str]) -> set[str]:
        """The rules that targets need without looking back."""
        wanted: set[str] = set()
        todo = [*targets]
        while todo:
            name = todo.pop()
            if name not in wanted and name in self.rules:
                wanted.add(name)
                todo += self.needs(name)
        return wanted

    # -- checking ----------------------------------------------------------------------------------

    def _check(self) -> None:
        for name, some in self.rules.items():
            if name in self.inputs:
                raise RuleError(f"{some[0].where}: {name} is both an input and a rule.")
            for earlier, later in pairwise(some):
                if earlier.span.overlaps(later.span):
                    raise RuleError(f"{later.where}: rule {name} overlaps the version {earlier.span} at {earlier.where}.")
                if _common(earlier) != _common(later) or later.start not in (None, earlier.start):
                    raise RuleError(f"{later.where}: rule {name} has another kind, level or start than the version "
                                    f"{earlier.span} at {earlier.where}.")  # fmt: skip
            for rule in some:
                self._check_rule(rule)
        _ = self.order, self.parameters
        for target in self.targets:
            if self.declared(target) is None:
                raise RuleError(f"The target {target} is neither a rule nor an input.")
        reached = self.prune(self.targets)
        for name in self.rules:
            if name not in reached.rules:
                raise RuleError(f"{self.where(name)}: no target needs the rule {name}; remove it or ask for it.")
        for name in self.inputs:
            if name not in reached.inputs:
                raise RuleError(f"No rule uses the input {name}; remove it.")

    def _check_rule(self, rule: Rule) -> None:
        for node in rule.formula.walk():
            if node.op not in ("name", "previous", "total"):
                continue
            found = self.declared(node.args[0])
            if found is None:
                near = difflib.get_close_matches(node.args[0], [*self.rules, *self.inputs])
                raise RuleError(f"{rule.where}: rule {rule.name} needs {node.args[0]}, which nothing yields."
                                + (f" Did you mean {', '.join(near)}?" if near else ""))  # fmt: skip
            self._check_leaf(rule, node, found)

    def _check_leaf(self, rule: Rule, node: Formula, found: Declared) -> None:
        kind = type(node)
        if found.kind is not kind or found.options is not node.options:
            raise RuleError(f"{rule.where}: rule {rule.name} reads {found.name} as {kind.__name__}, "
                            f"but it is {found.kind.__name__}.")  # fmt: skip
        if node.op == "total" and found.level != rule.level + 1:
            raise RuleError(f"{rule.where}: total({found.name}) lifts one level; {found.name} is per "
                            f"{found.level.name.lower()} and {rule.name} per {rule.level.name.lower()}.")  # fmt: skip
        if node.op != "total" and found.level > rule.level:
            raise RuleError(f"{rule.where}: rule {rule.name} is per {rule.level.name.lower()} and cannot read "
                            f"{found.name}, which is per {found.level.name.lower()}; use total(...).")  # fmt: skip
        if node.op == "previous" and (isinstance(found, Input) or found.start is None):
            raise RuleError(f"{rule.where}: rule {rule.name} looks back at {found.name}, which has no start value; "
                            "write start=... in its decorator.")  # fmt: skip


def _common(rule: Rule) -> tuple[object, ...]:
    """What all versions of a rule have in common."""
    return rule.kind, rule.options, rule.level, rule.refuses


def rename(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The same formula with other names for what it reads in the same month."""
    if formula.op in ("name", "total"):
        return type(formula)(formula.op, names.get(formula.args[0], formula.args[0]), options=formula.options)
    args = (rename(a, names) if isinstance(a, Formula) else a for a in formula.args)
    return type(formula)(formula.op, *args, options=formula.options)

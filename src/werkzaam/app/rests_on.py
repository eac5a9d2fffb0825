# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which parameters the value of a step rests on: those that could have made it another value here.

A choice about sick pay says nothing about somebody who worked, and a ceiling for debts nothing about somebody without one.
"""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.engine.explain import Leaf, Step, evaluate
from werkzaam.engine.formula import Formula

Nodes = tuple[Formula, ...]


def rests_on(step: Step) -> Nodes:
    """The parameters in the formula of a step that its value rests on; one may stand there twice."""
    return _mattered(step.rule.formula, step.read)


def _mattered(node: Formula, read: Mapping[str, Leaf]) -> Nodes:
    inner = node.children()
    if node.op == "param":
        return (node,)
    if node.op == "at":
        return (node, *_together(inner, read))
    if node.label:
        return ()
    if node.op == "when":
        return _together((inner[0], inner[1] if evaluate(inner[0], read) else inner[2]), read)
    if node.op in ("and", "or"):
        return _of_truths(inner, read, decides=node.op == "or")
    if node.op in ("share", "*") and any(evaluate(one, read) == 0 for one in inner):
        return _fewest(tuple(one for one in inner if evaluate(one, read) == 0), read)
    if node.op == "smallest":
        nothing = tuple(one for one in inner if evaluate(one, read) == 0)
        others = [one for one in inner if evaluate(one, read) != 0]
        if nothing and all(one.op == "share" for one in others):  # A share is never below zero.
            return _fewest(nothing, read)
    return _together(inner, read)


def _of_truths(inner: Nodes, read: Mapping[str, Leaf], *, decides: bool) -> Nodes:
    """One false part settles an `and`, one true part an `or`; else all of them do."""
    deciding = tuple(one for one in inner if bool(evaluate(one, read)) is decides)
    return _fewest(deciding, read) if deciding else _together(inner, read)


def _fewest(ones: Nodes, read: Mapping[str, Leaf]) -> Nodes:
    """Of parts that each settle it, the one that rests on the fewest parameters."""
    return min((_mattered(one, read) for one in ones), key=len)


def _together(ones: Nodes, read: Mapping[str, Leaf]) -> Nodes:
    return tuple(found for one in ones for found in _mattered(one, read))

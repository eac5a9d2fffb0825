# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a life can have beside its regime, each off by default.

Views of people, a late effect, an effect of contacts, a review of self-direction, trial placements, a budget for education.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from werkzaam.core.months import Month
from werkzaam.regime.guidance import Guidance
from werkzaam.simulation import education, placements, views
from werkzaam.simulation.assumption import MissingParameter
from werkzaam.simulation.education import Education, Learning
from werkzaam.simulation.guided import Guided, Norms
from werkzaam.simulation.labour import Work
from werkzaam.simulation.leaving import Standing
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.placements import Placed, Placements
from werkzaam.simulation.views import Late, Pulls

A_YEAR = 12
ALWAYS = 1 << 30


@dataclass(frozen=True, slots=True)
class Review:
    """After every so many months under `row`, who took no initiative in the last twelve goes over to the row `to` (R-245).

    `until` is the last month, counted from 0, in which it is done: a row may have other guidance after it.
    """

    row: int
    to: int
    months: int
    until: int = ALWAYS


def review_of(guidance: Guidance, row: int, to: int, until: int = ALWAYS) -> Review:
    """The review that a guidance states; raises MissingParameter when it states none."""
    if not guidance.review_months:
        raise MissingParameter([f"{guidance.part}.review_months"], "A review of the guidance")
    return Review(row, to, guidance.review_months, until)


@dataclass(frozen=True, slots=True)
class Options:
    """What is on; `views` is (rows, 4) per mille, `per_contact` per mille (see views)."""

    per_contact: int = 0
    views: Ints | None = None
    late: Late | None = None
    review: Review | None = None
    placements: Placements | None = None
    education: Education | None = None


class Beside:
    """The options of one life, month by month. `people` are the same, with rows of their own that a review may change."""

    def __init__(self, people: People, options: Options, norms: Norms) -> None:
        self.people = people if options.review is None else replace(people, arm=people.arm.copy())
        self._options, self._norms = options, norms
        self._even = views.no_pulls(people)
        self._moves = options.per_contact or any(one is not None for one in (options.views, options.late, options.education))
        self.placed: Placed | None = None if options.placements is None else placements.nobody_placed(people, options.placements)
        self.learning: Learning | None = None if options.education is None else education.nobody_learns(people)
        self.switched: Truths = np.zeros(len(people.number), bool)
        """Which households a review sent to another row this month."""

    def begin(self, at: int, month: Month, work: Work, guided: Guided, on: Truths, seed: int) -> Pulls:
        """The start of a month, before work moves: how the options change how people move."""
        options, people = self._options, self.people
        self._review(at, guided, on)
        if self.placed is not None and options.placements is not None:
            placements.place(self.placed, options.placements, people, work, on, at, seed)
        if not self._moves:
            return self._even
        pulls = views.no_pulls(people)
        if options.views is not None:
            views.see_people(pulls, people, options.views)
        if options.late is not None:
            views.come_late(pulls, people, options.late, at)
        if options.per_contact and at:
            views.count_contacts(pulls, people, guided, self._norms, at - 1, options.per_contact)
        if self.learning is not None and options.education is not None:
            education.learn(self.learning, options.education, people, on, month, at, seed)
            pulls = education.educated(pulls, self.learning, options.education)
        return pulls

    def end(self, at: int, work: Work, standing: Standing) -> None:
        """The end of a month, after people left or came back."""
        if self.placed is not None:
            placements.left_through(self.placed, self.people, work, standing)
        if self.learning is not None:
            education.look(self.learning, work, at)

    def _review(self, at: int, guided: Guided, on: Truths) -> None:
        review = self._options.review
        self.switched = np.zeros(len(on), bool)
        if review is None or at > review.until:
            return
        since = at - self.people.enters
        due = (self.people.arm == review.row) & (since >= review.months) & (since % review.months == 0) & (at >= A_YEAR)
        self.switched = due & on & (guided.quiet >= A_YEAR)
        self.people.arm[self.switched] = review.to

# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of a town about education, hours, placements, contracts and aftercare: numbers only, each with where it is from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkTerms:
    """Numbers within which work is guided; a number without a source here is an assumption of ours (decision 0152).

    `request_days` is the eight weeks of Awb 4:13. `education_cents` a year is the idea of a case manager in the final report
    (chapter 5, Scholing als opmaat), not a policy. `commitment_months` is the half year that the report asks for (chapter 7),
    `fragmented_minutes` the three hours a day of its taxi pass, `aftercare_months` its standard for young people; under which age
    somebody is young it does not say: 27, as in its other source. `large_part_time` hours a week is its large part-time job.
    """

    request_days: int = 56
    education_cents: int = 100_000
    money_days: int = 14
    notice_days: int = 30
    intensive_hours: int = 10
    hours_step: int = 4
    step_months: int = 3
    large_part_time: int = 16
    near_large_from: int = 8
    fragmented_minutes: int = 180
    fragmented_days: int = 5
    employer_talk_days: int = 14
    placements_most: int = 2
    placement_window_months: int = 12
    commitment_months: int = 6
    follow_up_days: int = 14
    unpaid_most: int = 3
    unpaid_window_months: int = 24
    displacement_days: int = 14
    replaced_within_days: int = 92
    trips_days: int = 7
    aftercare_months: int = 6
    aftercare_weeks: tuple[int, ...] = (2, 6, 12)
    referral_days: int = 7
    young_under: int = 27
    return_talk_days: int = 14

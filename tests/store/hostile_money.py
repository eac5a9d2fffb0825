# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Attempts on decisions, proposals, verdicts and the premium."""

from __future__ import annotations

from tests.store.hostile import FAKE, h, plus, there

AGAIN, CLAIM = "next decision", "verdict"
UNPAID = {"decision.payment_seq": None}

DECISIONS = [
    h("decision_once", AGAIN, {"decision.input_digest": there("decision", "input_digest", household=2, month=202601)}),
    h("decision_month", "decision", {"decision.month": 201712, "payment.month": 201712}),
    h("decision_month", "decision", {"decision.month": 202613, "payment.month": 202613}),
    h("decision_follows", AGAIN, {"decision.version": 3}),
    h("decision_starts_at_nothing", "decision", {"decision.paid_before": 1, "decision.paid_after": 10_001,
      "decision.due_cents": 10_001}),
    h("decision_starts_at_nothing", "decision", {"decision.claim_before": 1}),
    h("decision_knows_only_earlier", "decision", {"decision.known_seq": -1}),
    h("decision_knows_only_earlier", "decision", {"decision.known_seq": lambda row: row["hseq"]}),
    h("decision_rules", "decision", {"decision.rules_version": ""}),
    h("decision_digest", "decision", {"decision.input_digest": "f"}),
    h("decision_provisional", "decision", {"decision.provisional": 2}),
    h("decision_claim", AGAIN, {**UNPAID, "decision.claim_after": -500, "decision.paid_after": 9_000, "decision.pay_cents": 0},
      only=("event", "decision")),
    h("decision_due_is_paid_less_claim", AGAIN, {"decision.due_cents": 9_499}),
    h("decision_pay_is_the_difference", AGAIN, {"decision.pay_cents": 400, "payment.amount_cents": 400,
      "payment.decision_cents": 400, "payment_part.cents": 400, "payment_part.total_after": 400}),
    h("decision_pay_is_the_difference", AGAIN, {**UNPAID, "decision.pay_cents": -500, "decision.paid_after": 8_500,
      "decision.due_cents": 8_500}, only=("event", "decision")),
    h("decision_pays_when_nothing_is_claimed", "paid again", {"decision.claim_after": 100, "decision.due_cents": 9_400}),
    h("decision_paid_by_its_payment", AGAIN, UNPAID, only=("event", "decision")),
    h("decision_paid_by_its_payment", AGAIN,
      {"decision.payment_seq": there("payment", "hseq", household=2, month=202602)}, only=("event", "decision")),
    h("decision_estimate_claims_nothing", CLAIM, {"decision.provisional": 1}),
    h("decision_claim_grows_by_verdict", CLAIM, {"decision.verdict_seq": None, "decision.approved_by": None}),
    h("decision_verdict_has_officer", CLAIM, {"decision.approved_by": None}),
    h("decision_verdict_has_officer", CLAIM, {"decision.hseq": plus("verdict_seq", 0)}, only=("event", "verdict", "decision")),
    h("decision_cause", AGAIN, {"decision.cause": "client"}),
    h("decision_event", AGAIN, {"decision.hseq": plus("hseq", 5), "decision.payment_seq": plus("hseq", 0),
      "payment.hseq": plus("hseq", 5), "payment_part.hseq": plus("hseq", 5)}),
    h("decision_chain", AGAIN, {"decision.paid_before": 8_999, "decision.pay_cents": 501, "payment.amount_cents": 501,
      "payment.decision_cents": 501, "payment_part.cents": 501, "payment_part.total_after": 501}),
    h("decision_payment", AGAIN, only=("event", "decision")),
    h("decision_verdict", CLAIM, {"decision.claim_after": 2_001, "decision.due_cents": 6_999}),
    h("decision_verdict", CLAIM, {"verdict.outcome": "rejected", "verdict.granted_claim": None}),
]  # fmt: skip

PROPOSALS = [
    h("proposal_key", "proposal", {
      "proposal#2.claim_after": plus("claim_after", 1), "proposal#2.due_cents": plus("due_cents", -1),
      "proposal#2.maker": "x", "proposal#2.input_digest": FAKE}, again=("proposal",)),
    h("proposal_once", "proposal", {"proposal#2.hseq": plus("hseq", -1)}, again=("proposal",)),
    h("proposal_follows", "proposal", {"proposal.version": plus("version", 1)}),
    h("proposal_kind", "proposal", {"proposal.kind": "sanctie"}),
    h("proposal_knows_only_earlier", "proposal", {"proposal.known_seq": -1}),
    h("proposal_knows_only_earlier", "proposal", {"proposal.known_seq": lambda row: row["hseq"]}),
    h("proposal_rules", "proposal", {"proposal.rules_version": ""}),
    h("proposal_digest", "proposal", {"proposal.input_digest": "f"}),
    h("proposal_due", "proposal", {"proposal.due_cents": -1, "proposal.claim_after": lambda row: row["paid_before"] + 1}),
    h("proposal_due", "proposal", {"proposal.claim_after": plus("claim_after", 1)}),
    h("proposal_provisional", "proposal", {"proposal.provisional": 2, "proposal.kind": "awaiting_payslip"}),
    h("proposal_estimate_claims_nothing", "proposal", {"proposal.provisional": 1}),
    h("proposal_claims_more", "proposal", {"proposal.claim_after": 0, "proposal.due_cents": lambda row: row["paid_before"]}),
    h("proposal_cause", "proposal", {"proposal.cause": "client"}),
    h("proposal_maker", "proposal", {"proposal.maker": ""}),
    h("proposal_event", "proposal", only=("proposal",)),
    h("proposal_chain", "proposal", {"proposal.paid_before": plus("paid_before", 1), "proposal.due_cents": plus("due_cents", 1)}),
    h("reopened_key", "reopened", {"reopened#2.month": 202507}, again=("reopened",)),
    h("reopened_month", "reopened", {"reopened.month": 201712}),
    h("reopened_month", "reopened", {"reopened.month": 202613}),
    h("reopened_reason", "reopened", {"reopened.officer": ""}),
    h("reopened_reason", "reopened", {"reopened.reason": ""}),
    h("reopened_event", "reopened", only=("reopened",)),
]  # fmt: skip

ONLY_VERDICT = ("event", "verdict")
VERDICTS = [
    h("verdict_key", CLAIM, {"verdict#2.proposal_seq": there("proposal", "hseq", month=202508),
      "verdict#2.outcome": "rejected", "verdict#2.granted_claim": None,
      "verdict#2.month": 202508}, only=ONLY_VERDICT, again=("verdict",)),
    h("verdict_one_answer", CLAIM, {"verdict#2.hseq": plus("hseq", 1)}, only=ONLY_VERDICT, again=("verdict",)),
    h("verdict_four_eyes", CLAIM, {"verdict.officer": "m.bakker"}, only=ONLY_VERDICT),
    h("verdict_four_eyes", CLAIM, {"verdict.officer": "M.BAKKER"}, only=ONLY_VERDICT),
    h("verdict_four_eyes", CLAIM, {"verdict.officer": ""}, only=ONLY_VERDICT),
    h("verdict_outcome", CLAIM, {"verdict.outcome": "misschien", "verdict.granted_claim": None}, only=ONLY_VERDICT),
    h("verdict_month", CLAIM, {"verdict.in_month": 201712}, only=ONLY_VERDICT),
    h("verdict_month", CLAIM, {"verdict.in_month": 202600}, only=ONLY_VERDICT),
    h("verdict_reason", CLAIM, {"verdict.reason": ""}, only=ONLY_VERDICT),
    h("verdict_grants_when_approved", CLAIM, {"verdict.granted_claim": None}, only=ONLY_VERDICT),
    h("verdict_grants_when_approved", CLAIM, {"verdict.outcome": "rejected"}, only=ONLY_VERDICT),
    h("verdict_protected_earnings", CLAIM, {"verdict.protected_earnings": None}, only=ONLY_VERDICT),
    h("verdict_protected_earnings", CLAIM, {"verdict.protected_earnings": ""}, only=ONLY_VERDICT),
    h("verdict_approves_a_claim", "late verdict", {
      "verdict.kind": "out_of_term", "verdict.month": 202507, "verdict.granted_claim": 1_000,
      "verdict.proposal_seq": there("proposal", "hseq", month=202507),
      "verdict.reopened_seq": there("reopened", "hseq", month=202507)},
      only=ONLY_VERDICT),
    h("verdict_in_term", "late verdict", {"verdict.reopened_seq": None}, only=ONLY_VERDICT),
    h("verdict_in_term", CLAIM, {"verdict.in_month": 202609}, only=ONLY_VERDICT),
    h("verdict_event", CLAIM, only=("verdict",)),
    h("verdict_of_proposal", CLAIM, {"verdict.maker": "iemand"}, only=ONLY_VERDICT),
    h("verdict_as_proposed", CLAIM, {"verdict.granted_claim": 2_001}, only=ONLY_VERDICT),
    h("verdict_reopened", CLAIM, {"verdict.reopened_seq": there("reopened", "hseq")}, only=ONLY_VERDICT),
    h("verdict_of_newest_proposal", CLAIM, {
      "verdict.proposal_seq": there("proposal", "hseq", month=202602, due_cents=8_000), "verdict.granted_claim": 1_000},
      only=ONLY_VERDICT),
]  # fmt: skip

YEAR = "premium of a new year"
LESS = "premium verdict"
ONLY_PREMIUM = ("event", "premium")


def paid(cents: int) -> dict[str, int]:
    """The payment of a premium, of so much."""
    return {
        "payment.amount_cents": cents, "payment.premium_cents": cents, "payment_part.cents": cents,
        "payment_part.total_after": cents,
    }  # fmt: skip


PREMIUM = [
    h("premium_year_place", "premium", {"premium.seq": 1, "premium.prev_seq": None, "premium.cum_before": 0,
      "premium.cum_after": lambda row: row["award_cents"]}),
    h("premium_half_paid_once", "premium", {"premium.half": 1, "premium.payout_half": 1}),
    h("premium_follows", "premium", {"premium.entry": plus("entry", 1)}),
    h("premium_follows", "premium", {"premium.prev_year": None}),
    h("premium_starts_at_nothing", "first premium", {"premium.paid_before": 1, "premium.paid_after": 9_001,
      "premium.built_cents": 9_001}),
    h("premium_year", YEAR, {"premium.year": 2100}),
    h("premium_year", "first premium", {"premium.year": 2017}),
    h("premium_year", YEAR, {"premium.year": 2025}),
    h("premium_year_follows", YEAR, {"premium.seq": 2}),
    h("premium_year_starts_at_nothing", YEAR, {"premium.cum_before": 1, "premium.cum_after": plus("award_cents", 1)}),
    h("premium_half", "premium", {"premium.half": 3, "premium.payout_half": 3}),
    h("premium_payout_half", "premium", {"premium.payout_half": None}),
    h("premium_payout_half", "premium", {"premium.half": 1}),
    h("premium_pay_month", "premium", {"premium.pay_month": 201712, "payment.month": 201712}),
    h("premium_pay_month", "premium", {"premium.pay_month": 202613, "payment.month": 202613}),
    h("premium_built_up", "premium", {"premium.built_cents": -1, "premium.earlier_cents": 99_000}),
    h("premium_built_up", "premium", {"premium.built_cents": 99_000, "premium.earlier_cents": -1}),
    h("premium_adds_up", "premium", {"premium.cum_after": plus("cum_after", 1)}),
    h("premium_adds_up", "premium", {"premium.paid_after": plus("paid_after", -1)}),
    h("premium_not_below_zero", "all premium asked back", {
      "premium.award_cents": -20_001, "premium.cum_after": -1, "premium.paid_after": -1,
      "premium_reclaim.cents": -20_001, "premium_verdict.granted_cents": -20_001}),
    h("premium_within_cap", "premium", {"premium.cap_cents": plus("cum_after", -1)}),
    h("premium_within_built_up", "premium", {"premium.built_cents": plus("built_cents", -1)}),
    h("premium_evidence", "premium", {"premium.evidence_digest": "f"}),
    h("premium_less_by_verdict", LESS, {"premium.verdict_seq": None, "premium.approved_by": None}),
    h("premium_less_by_verdict", LESS, {"premium.approved_by": None}),
    h("premium_less_by_verdict", LESS, {"premium.hseq": lambda row: row["verdict_seq"]}),
    h("premium_paid_by_its_payment", "premium", {"premium.payment_seq": None}, only=ONLY_PREMIUM),
    h("premium_paid_by_its_payment", "premium", {"premium.payment_seq": there("payment", "hseq", household=1)},
      only=ONLY_PREMIUM),
    h("premium_person", "first premium", {"premium.person": 99}),
    h("premium_event", "premium", {f"{table}.hseq": plus("hseq", 5) for table in ("payment", "payment_part", "premium")}
      | {"premium.payment_seq": plus("hseq", 0)}, only=("premium", "payment", "payment_part")),
    h("premium_chain", "premium", {"premium.paid_before": plus("paid_before", 1), "premium.paid_after": plus("paid_after", 1),
      "premium.built_cents": plus("built_cents", 1)}),
    h("premium_year_chain", "premium", {"premium.cum_before": plus("cum_before", 1), "premium.cum_after": plus("cum_after", 1)}),
    h("premium_payment", "premium", only=ONLY_PREMIUM),
    h("premium_verdict", LESS, {"premium.award_cents": -8_001, "premium.cum_after": 11_999, "premium.paid_after": 11_999}),
    h("premium_reclaim_key", "premium reclaim", {"premium_reclaim#2.cents": -1, "premium_reclaim#2.maker": "x",
      "premium_reclaim#2.evidence_digest": FAKE}, again=("premium_reclaim",)),
    h("premium_reclaim_once", "premium reclaim", {"premium_reclaim#2.hseq": plus("hseq", -1)}, again=("premium_reclaim",)),
    h("premium_reclaim_below_zero", "premium reclaim", {"premium_reclaim.cents": 0}),
    h("premium_reclaim_evidence", "premium reclaim", {"premium_reclaim.evidence_digest": "f"}),
    h("premium_reclaim_maker", "premium reclaim", {"premium_reclaim.maker": ""}),
    h("premium_reclaim_event", "premium reclaim", only=("premium_reclaim",)),
    h("premium_reclaim_of_entry", "premium reclaim", {"premium_reclaim.entry_before": 9}),
]  # fmt: skip

ONLY_PREMIUM_VERDICT = ("event", "premium_verdict")
PREMIUM_VERDICTS = [
    h("premium_verdict_key", "all premium asked back", {
      "premium_verdict#2.reclaim_seq": there("premium_reclaim", "hseq", person=2),
      "premium_verdict#2.outcome": "rejected", "premium_verdict#2.granted_cents": None}, again=("premium_verdict",)),
    h("premium_verdict_one_answer", LESS, {"premium_verdict#2.hseq": plus("hseq", 1)}, only=ONLY_PREMIUM_VERDICT,
      again=("premium_verdict",)),
    h("premium_verdict_four_eyes", LESS, {"premium_verdict.officer": "M.Bakker"}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_four_eyes", LESS, {"premium_verdict.officer": ""}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_outcome", LESS, {"premium_verdict.outcome": "x", "premium_verdict.granted_cents": None},
      only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_reason", LESS, {"premium_verdict.reason": ""}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_grants_when_approved", LESS, {"premium_verdict.granted_cents": None}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_protected_earnings", LESS, {"premium_verdict.protected_earnings": None}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_event", LESS, only=("premium_verdict",)),
    h("premium_verdict_of_reclaim", LESS, {"premium_verdict.maker": "iemand"}, only=ONLY_PREMIUM_VERDICT),
    h("premium_verdict_as_asked", LESS, {"premium_verdict.granted_cents": -1}, only=ONLY_PREMIUM_VERDICT),
]  # fmt: skip

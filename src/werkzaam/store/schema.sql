-- SPDX-FileCopyrightText: 2026 The Werkzaam authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The settlement ledger: what was known, decided, paid and corrected; beside it the guidance of people, and a town's experiments.
-- This text is SQLite as it stands; schema.py reads it and writes the same tables for PostgreSQL (INTEGER becomes BIGINT, TEXT
-- compares by byte, BLOB becomes BYTEA, foreign keys follow when all tables are there). Every table refuses UPDATE and DELETE, except
-- where schema.py says what may move forward.
--
-- Money is whole cents. A month is yyyymm. A day is yyyy-mm-dd. A moment is UTC, to the second, with a Z. From and to are inclusive.
-- A CHECK that comes to NULL holds, in SQL; so no condition here can come to NULL: what may be absent is compared with IS NULL or
-- COALESCE. What each constraint is for is said by its name; docs/reference/store.md lists which holds which invariant.

CREATE TABLE schema_version (
    version INTEGER NOT NULL,
    ddl_digest TEXT NOT NULL,
    CONSTRAINT schema_version_key PRIMARY KEY (ddl_digest),
    CONSTRAINT schema_version_once UNIQUE (version),
    CONSTRAINT schema_version_digest CHECK (length(ddl_digest) = 64)
) STRICT;

CREATE TABLE municipality (
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT municipality_key PRIMARY KEY (municipality),
    CONSTRAINT municipality_named CHECK (length(municipality) > 0 AND length(name) > 0)
) STRICT;

-- ---------------------------------------------------------------- The spine: one chain of events for each household

-- The head is the last event. It only moves forward, under the household's lock.
CREATE TABLE household (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    head_seq INTEGER,
    head_hash TEXT,
    head_at TEXT,
    CONSTRAINT household_key PRIMARY KEY (municipality, household),
    CONSTRAINT household_number CHECK (household > 0),
    CONSTRAINT household_head_whole CHECK ((head_seq IS NULL) = (head_hash IS NULL) AND (head_seq IS NULL) = (head_at IS NULL)),
    CONSTRAINT household_town FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    CONSTRAINT household_head FOREIGN KEY (municipality, household, head_seq, head_hash, head_at)
        REFERENCES event (municipality, household, hseq, hash, recorded_at) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Each event names the one before it by number, hash and moment: the chain cannot fork, leave a number out or go back in time.
CREATE TABLE event (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    prev_seq INTEGER,
    prev_hash TEXT,
    prev_at TEXT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    idem_key TEXT NOT NULL,
    hash_version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT event_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT event_link UNIQUE (municipality, household, hseq, hash, recorded_at),
    CONSTRAINT event_once UNIQUE (municipality, household, idem_key),
    CONSTRAINT event_follows_its_number CHECK (COALESCE(prev_seq, 0) = hseq - 1),
    CONSTRAINT event_link_whole CHECK ((prev_seq IS NULL) = (prev_hash IS NULL) AND (prev_seq IS NULL) = (prev_at IS NULL)),
    CONSTRAINT event_time_goes_on CHECK (recorded_at >= COALESCE(prev_at, recorded_at)),
    CONSTRAINT event_kind CHECK (kind IN ('fact', 'decision', 'proposal', 'verdict', 'payment', 'premium', 'recovery', 'dispute',
        'reopened', 'account', 'letter', 'guidance', 'destroyed')),
    CONSTRAINT event_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT event_actor CHECK (length(actor) > 0),
    CONSTRAINT event_idem_key CHECK (length(idem_key) > 0),
    CONSTRAINT event_hash CHECK (hash_version = 1 AND length(hash) = 64),
    CONSTRAINT event_household FOREIGN KEY (municipality, household) REFERENCES household (municipality, household),
    CONSTRAINT event_chain FOREIGN KEY (municipality, household, prev_seq, prev_hash, prev_at)
        REFERENCES event (municipality, household, hseq, hash, recorded_at)
) STRICT;

-- ---------------------------------------------------------------- People

-- A person is a number here; name and date of birth stand in person_detail, in no fingerprint.
CREATE TABLE person (
    municipality TEXT NOT NULL,
    person INTEGER NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    CONSTRAINT person_key PRIMARY KEY (municipality, person),
    CONSTRAINT person_home UNIQUE (municipality, person, household),
    CONSTRAINT person_number CHECK (person > 0),
    CONSTRAINT person_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq)
) STRICT;

CREATE TABLE person_detail (
    municipality TEXT NOT NULL,
    person INTEGER NOT NULL,
    detail INTEGER NOT NULL,
    prev_detail INTEGER,
    name TEXT NOT NULL,
    born TEXT NOT NULL,
    reference TEXT,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT person_detail_key PRIMARY KEY (municipality, person, detail),
    CONSTRAINT person_detail_follows CHECK (COALESCE(prev_detail, 0) = detail - 1),
    CONSTRAINT person_detail_named CHECK (length(name) > 0),
    CONSTRAINT person_detail_born CHECK (born LIKE '____-__-__'),
    CONSTRAINT person_detail_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT person_detail_actor CHECK (length(actor) > 0),
    CONSTRAINT person_detail_person FOREIGN KEY (municipality, person) REFERENCES person (municipality, person),
    CONSTRAINT person_detail_chain FOREIGN KEY (municipality, person, prev_detail)
        REFERENCES person_detail (municipality, person, detail)
) STRICT;

-- Somebody who may act for a person. A new row replaces the one it supersedes, also to end it.
-- What takes the place of another may end before it began: authorised and ended on one day, it holds on none.
CREATE TABLE representative (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    rights TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    evidence TEXT NOT NULL,
    supersedes_seq INTEGER,
    CONSTRAINT representative_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT representative_one_successor UNIQUE (municipality, household, supersedes_seq),
    CONSTRAINT representative_role CHECK (role IN ('bewindvoerder', 'curator', 'mentor', 'budgetbeheerder', 'gemachtigde')),
    CONSTRAINT representative_rights CHECK (rights IN ('read', 'act')),
    CONSTRAINT representative_named CHECK (length(name) > 0 AND length(evidence) > 0),
    CONSTRAINT representative_days CHECK (from_day LIKE '____-__-__' AND COALESCE(to_day, from_day) LIKE '____-__-__'
        AND (from_day <= COALESCE(to_day, from_day) OR supersedes_seq IS NOT NULL)),
    CONSTRAINT representative_supersedes_earlier CHECK (COALESCE(supersedes_seq, 0) < hseq),
    CONSTRAINT representative_person FOREIGN KEY (municipality, person) REFERENCES person (municipality, person),
    CONSTRAINT representative_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT representative_superseded FOREIGN KEY (municipality, household, supersedes_seq)
        REFERENCES representative (municipality, household, hseq)
) STRICT;

-- Where money for a payee goes from a day on. One asks for it, another looks at it: no account without four eyes.
CREATE TABLE account_request (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    payee TEXT NOT NULL,
    holder TEXT NOT NULL,
    iban TEXT NOT NULL,
    from_day TEXT NOT NULL,
    maker TEXT NOT NULL,
    evidence TEXT NOT NULL,
    CONSTRAINT account_request_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT account_request_judged UNIQUE (municipality, household, hseq, payee, maker),
    CONSTRAINT account_request_granted UNIQUE (municipality, household, hseq, holder, iban, from_day),
    CONSTRAINT account_request_payee CHECK (length(payee) BETWEEN 1 AND 70 AND payee <> 'recovery'),
    CONSTRAINT account_request_holder CHECK (length(holder) BETWEEN 1 AND 70),
    CONSTRAINT account_request_iban CHECK (length(iban) BETWEEN 15 AND 34 AND iban = upper(iban) AND iban NOT LIKE '% %'),
    CONSTRAINT account_request_day CHECK (from_day LIKE '____-__-__'),
    CONSTRAINT account_request_maker CHECK (length(maker) > 0 AND length(evidence) > 0),
    CONSTRAINT account_request_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq)
) STRICT;

-- The answer to a request. Only an approved one has an iban, so only to that one money can go.
CREATE TABLE account (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    request_seq INTEGER NOT NULL,
    payee TEXT NOT NULL,
    maker TEXT NOT NULL,
    officer TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    holder TEXT,
    iban TEXT,
    from_day TEXT,
    CONSTRAINT account_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT account_one_answer UNIQUE (municipality, household, request_seq),
    CONSTRAINT account_payable UNIQUE (municipality, household, hseq, payee, iban),
    CONSTRAINT account_four_eyes CHECK (lower(officer) <> lower(maker) AND length(officer) > 0),
    CONSTRAINT account_outcome CHECK (outcome IN ('approved', 'rejected')),
    CONSTRAINT account_reason CHECK (length(reason) > 0),
    CONSTRAINT account_only_when_approved CHECK ((outcome = 'approved') = (iban IS NOT NULL)
        AND (iban IS NULL) = (holder IS NULL) AND (iban IS NULL) = (from_day IS NULL)),
    CONSTRAINT account_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT account_of_request FOREIGN KEY (municipality, household, request_seq, payee, maker)
        REFERENCES account_request (municipality, household, hseq, payee, maker),
    CONSTRAINT account_as_asked FOREIGN KEY (municipality, household, request_seq, holder, iban, from_day)
        REFERENCES account_request (municipality, household, hseq, holder, iban, from_day)
) STRICT;

-- ---------------------------------------------------------------- What was known

CREATE TABLE fact (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person INTEGER,
    job TEXT,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    amount_cents INTEGER,
    source_ref TEXT NOT NULL,
    supersedes_seq INTEGER,
    body TEXT NOT NULL,
    CONSTRAINT fact_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT fact_one_successor UNIQUE (municipality, household, supersedes_seq),
    CONSTRAINT fact_kind CHECK (kind IN ('household', 'person', 'wage', 'correction', 'estimate', 'income', 'arrangement',
        'instalment', 'gift', 'consent', 'withdrawal')),
    CONSTRAINT fact_days CHECK (valid_from LIKE '____-__-__' AND COALESCE(valid_to, valid_from) LIKE '____-__-__'
        AND valid_from <= COALESCE(valid_to, valid_from)),
    CONSTRAINT fact_amount CHECK (COALESCE(amount_cents, 0) BETWEEN -5000000 AND 5000000),
    CONSTRAINT fact_below_zero_only_to_correct CHECK (COALESCE(amount_cents, 0) >= 0 OR kind = 'correction'),
    CONSTRAINT fact_source CHECK (length(source_ref) > 0),
    CONSTRAINT fact_supersedes_earlier CHECK (COALESCE(supersedes_seq, 0) < hseq),
    CONSTRAINT fact_withdraws_something CHECK (kind <> 'withdrawal' OR supersedes_seq IS NOT NULL),
    CONSTRAINT fact_person FOREIGN KEY (municipality, person) REFERENCES person (municipality, person),
    CONSTRAINT fact_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT fact_superseded FOREIGN KEY (municipality, household, supersedes_seq)
        REFERENCES fact (municipality, household, hseq)
) STRICT;

-- ---------------------------------------------------------------- What was decided

-- due = paid - claim, always. A later version starts where the one before it ended. What is due and not paid is paid at once, and a
-- claim grows only to what a verdict granted. The same knowledge is not decided twice in a row; it may come back after something else.
CREATE TABLE decision (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    month INTEGER NOT NULL,
    version INTEGER NOT NULL,
    prev_version INTEGER,
    hseq INTEGER NOT NULL,
    known_seq INTEGER NOT NULL,
    rules_version TEXT NOT NULL,
    input_digest TEXT NOT NULL,
    due_cents INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    lines TEXT NOT NULL,
    state TEXT NOT NULL,
    cause TEXT,
    paid_before INTEGER NOT NULL,
    claim_before INTEGER NOT NULL,
    paid_after INTEGER NOT NULL,
    claim_after INTEGER NOT NULL,
    pay_cents INTEGER NOT NULL,
    payment_seq INTEGER,
    verdict_seq INTEGER,
    approved_by TEXT,
    CONSTRAINT decision_key PRIMARY KEY (municipality, household, month, version),
    CONSTRAINT decision_link UNIQUE (municipality, household, month, version, paid_after, claim_after),
    CONSTRAINT decision_payable UNIQUE (municipality, household, hseq, month, pay_cents),
    CONSTRAINT decision_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT decision_follows CHECK (COALESCE(prev_version, 0) = version - 1),
    CONSTRAINT decision_starts_at_nothing CHECK (version > 1 OR (paid_before = 0 AND claim_before = 0)),
    CONSTRAINT decision_knows_only_earlier CHECK (known_seq BETWEEN 0 AND hseq - 1),
    CONSTRAINT decision_rules CHECK (length(rules_version) > 0),
    CONSTRAINT decision_digest CHECK (length(input_digest) = 64),
    CONSTRAINT decision_provisional CHECK (provisional IN (0, 1)),
    CONSTRAINT decision_claim CHECK (claim_after >= 0),
    CONSTRAINT decision_due_is_paid_less_claim CHECK (due_cents = paid_after - claim_after),
    CONSTRAINT decision_pay_is_the_difference CHECK (pay_cents >= 0 AND pay_cents = paid_after - paid_before),
    CONSTRAINT decision_pays_when_nothing_is_claimed CHECK (pay_cents = 0 OR claim_after = 0),
    CONSTRAINT decision_paid_by_its_payment CHECK ((pay_cents > 0) = (payment_seq IS NOT NULL) AND COALESCE(payment_seq, hseq) = hseq),
    CONSTRAINT decision_estimate_claims_nothing CHECK (claim_after <= claim_before OR provisional = 0),
    CONSTRAINT decision_claim_grows_by_verdict CHECK (claim_after <= claim_before OR verdict_seq IS NOT NULL),
    CONSTRAINT decision_verdict_has_officer CHECK ((verdict_seq IS NULL) = (approved_by IS NULL) AND COALESCE(verdict_seq, 0) < hseq),
    CONSTRAINT decision_cause CHECK (COALESCE(cause, 'overig') IN ('te_late_loonstrook', 'schatting', 'werkgever', 'gemeente',
        'late_melding', 'nieuwe_tabel', 'overig', 'onbekend')),
    CONSTRAINT decision_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT decision_chain FOREIGN KEY (municipality, household, month, prev_version, paid_before, claim_before)
        REFERENCES decision (municipality, household, month, version, paid_after, claim_after),
    CONSTRAINT decision_payment FOREIGN KEY (municipality, household, payment_seq)
        REFERENCES payment (municipality, household, hseq) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT decision_verdict FOREIGN KEY (municipality, household, verdict_seq, month, version, claim_after, approved_by)
        REFERENCES verdict (municipality, household, hseq, month, version, granted_claim, officer)
) STRICT;

-- What stands beside a decision without moving money, each in the place of the one before it: a proposal to claim, which waits for a
-- named officer; a claim that came after the term of article 58(4) Pw, which is only shown; a fall by an estimate, which waits for
-- the payslip; or a withdrawal of these, when all is again as it was decided.
CREATE TABLE proposal (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    version INTEGER NOT NULL,
    prev_version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    known_seq INTEGER NOT NULL,
    rules_version TEXT NOT NULL,
    input_digest TEXT NOT NULL,
    due_cents INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    lines TEXT NOT NULL,
    state TEXT NOT NULL,
    cause TEXT,
    paid_before INTEGER NOT NULL,
    claim_before INTEGER NOT NULL,
    claim_after INTEGER NOT NULL,
    maker TEXT NOT NULL,
    CONSTRAINT proposal_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT proposal_once UNIQUE (municipality, household, month, version, kind, input_digest, known_seq),
    CONSTRAINT proposal_judged UNIQUE (municipality, household, hseq, month, version, kind, maker),
    CONSTRAINT proposal_granted UNIQUE (municipality, household, hseq, claim_after),
    CONSTRAINT proposal_follows CHECK (prev_version = version - 1),
    CONSTRAINT proposal_kind CHECK (kind IN ('proposal', 'out_of_term', 'awaiting_payslip', 'withdrawn')),
    CONSTRAINT proposal_knows_only_earlier CHECK (known_seq BETWEEN 0 AND hseq - 1),
    CONSTRAINT proposal_rules CHECK (length(rules_version) > 0),
    CONSTRAINT proposal_digest CHECK (length(input_digest) = 64),
    CONSTRAINT proposal_due CHECK (due_cents >= 0 AND due_cents = paid_before - claim_after),
    CONSTRAINT proposal_provisional CHECK (provisional IN (0, 1)),
    CONSTRAINT proposal_estimate_claims_nothing CHECK (provisional = 0 OR kind IN ('awaiting_payslip', 'withdrawn')),
    CONSTRAINT proposal_claims_more CHECK (kind = 'withdrawn' OR claim_after > claim_before),
    CONSTRAINT proposal_cause CHECK (COALESCE(cause, 'overig') IN ('te_late_loonstrook', 'schatting', 'werkgever', 'gemeente',
        'late_melding', 'nieuwe_tabel', 'overig', 'onbekend')),
    CONSTRAINT proposal_maker CHECK (length(maker) > 0),
    CONSTRAINT proposal_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT proposal_chain FOREIGN KEY (municipality, household, month, prev_version, paid_before, claim_before)
        REFERENCES decision (municipality, household, month, version, paid_after, claim_after)
) STRICT;

-- A named officer opened a month that is past the term, with a reason.
CREATE TABLE reopened (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    officer TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT reopened_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT reopened_used UNIQUE (municipality, household, hseq, month),
    CONSTRAINT reopened_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT reopened_reason CHECK (length(officer) > 0 AND length(reason) > 0),
    CONSTRAINT reopened_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq)
) STRICT;

-- The answer to a proposal. Only one that is approved grants a claim: by somebody else than who made it, with what came of the
-- protected-earnings check (beslagvrije voet), and within six months after the month (Pw 58:4) or for a month that was reopened.
CREATE TABLE verdict (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    proposal_seq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    maker TEXT NOT NULL,
    officer TEXT NOT NULL,
    in_month INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    protected_earnings TEXT,
    granted_claim INTEGER,
    reopened_seq INTEGER,
    CONSTRAINT verdict_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT verdict_one_answer UNIQUE (municipality, household, proposal_seq),
    CONSTRAINT verdict_used UNIQUE (municipality, household, hseq, month, version, granted_claim, officer),
    CONSTRAINT verdict_four_eyes CHECK (length(officer) > 0 AND lower(officer) <> lower(maker)),
    CONSTRAINT verdict_outcome CHECK (outcome IN ('approved', 'rejected')),
    CONSTRAINT verdict_month CHECK (in_month BETWEEN 201801 AND 209912 AND in_month % 100 BETWEEN 1 AND 12),
    CONSTRAINT verdict_reason CHECK (length(reason) > 0),
    CONSTRAINT verdict_grants_when_approved CHECK ((outcome = 'approved') = (granted_claim IS NOT NULL)),
    CONSTRAINT verdict_protected_earnings CHECK (outcome <> 'approved' OR length(COALESCE(protected_earnings, '')) > 0),
    CONSTRAINT verdict_approves_a_claim CHECK (outcome <> 'approved' OR kind = 'proposal'),
    CONSTRAINT verdict_in_term CHECK (outcome <> 'approved' OR reopened_seq IS NOT NULL
        OR (in_month / 100 * 12 + in_month % 100) - (month / 100 * 12 + month % 100) <= 6),
    CONSTRAINT verdict_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT verdict_of_proposal FOREIGN KEY (municipality, household, proposal_seq, month, version, kind, maker)
        REFERENCES proposal (municipality, household, hseq, month, version, kind, maker),
    CONSTRAINT verdict_as_proposed FOREIGN KEY (municipality, household, proposal_seq, granted_claim)
        REFERENCES proposal (municipality, household, hseq, claim_after),
    CONSTRAINT verdict_reopened FOREIGN KEY (municipality, household, reopened_seq, month)
        REFERENCES reopened (municipality, household, hseq, month)
) STRICT;

-- ---------------------------------------------------------------- The premium

-- What a person was awarded. Two running sums: over all entries, so that what was built up is paid once, and over a calendar year,
-- which stays within the cap. A half-year is paid out once; an entry below zero needs an approved reclaim.
CREATE TABLE premium (
    municipality TEXT NOT NULL,
    person INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    prev_entry INTEGER,
    prev_year INTEGER,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    year INTEGER NOT NULL,
    half INTEGER NOT NULL,
    payout_half INTEGER,
    seq INTEGER NOT NULL,
    prev_seq INTEGER,
    pay_month INTEGER NOT NULL,
    built_cents INTEGER NOT NULL,
    earlier_cents INTEGER NOT NULL,
    paid_before INTEGER NOT NULL,
    cum_before INTEGER NOT NULL,
    award_cents INTEGER NOT NULL,
    cum_after INTEGER NOT NULL,
    paid_after INTEGER NOT NULL,
    cap_cents INTEGER NOT NULL,
    evidence_digest TEXT NOT NULL,
    payment_seq INTEGER,
    verdict_seq INTEGER,
    approved_by TEXT,
    CONSTRAINT premium_key PRIMARY KEY (municipality, person, entry),
    CONSTRAINT premium_link UNIQUE (municipality, person, entry, year, paid_after),
    CONSTRAINT premium_year_place UNIQUE (municipality, person, year, seq),
    CONSTRAINT premium_year_link UNIQUE (municipality, person, year, seq, cum_after),
    CONSTRAINT premium_half_paid_once UNIQUE (municipality, person, year, payout_half),
    CONSTRAINT premium_payable UNIQUE (municipality, household, hseq, pay_month, award_cents),
    CONSTRAINT premium_follows CHECK (COALESCE(prev_entry, 0) = entry - 1
        AND (prev_entry IS NULL) = (prev_year IS NULL)),
    CONSTRAINT premium_starts_at_nothing CHECK (entry > 1 OR paid_before = 0),
    CONSTRAINT premium_year CHECK (year BETWEEN 2018 AND 2099 AND year >= COALESCE(prev_year, year)),
    CONSTRAINT premium_year_follows CHECK (COALESCE(prev_seq, 0) = seq - 1),
    CONSTRAINT premium_year_starts_at_nothing CHECK (seq > 1 OR cum_before = 0),
    CONSTRAINT premium_half CHECK (half IN (1, 2)),
    CONSTRAINT premium_payout_half CHECK (COALESCE(payout_half, 0) = CASE WHEN award_cents < 0 THEN 0 ELSE half END),
    CONSTRAINT premium_pay_month CHECK (pay_month BETWEEN 201801 AND 209912 AND pay_month % 100 BETWEEN 1 AND 12),
    CONSTRAINT premium_built_up CHECK (built_cents >= 0 AND earlier_cents >= 0),
    CONSTRAINT premium_adds_up CHECK (cum_after = cum_before + award_cents AND paid_after = paid_before + award_cents),
    CONSTRAINT premium_not_below_zero CHECK (cum_after >= 0),
    CONSTRAINT premium_within_cap CHECK (award_cents <= 0 OR cum_after <= cap_cents),
    CONSTRAINT premium_within_built_up CHECK (award_cents <= 0 OR paid_after <= built_cents + earlier_cents),
    CONSTRAINT premium_evidence CHECK (length(evidence_digest) = 64),
    CONSTRAINT premium_less_by_verdict CHECK ((award_cents < 0) = (verdict_seq IS NOT NULL)
        AND (verdict_seq IS NULL) = (approved_by IS NULL) AND COALESCE(verdict_seq, 0) < hseq),
    CONSTRAINT premium_paid_by_its_payment CHECK ((award_cents > 0) = (payment_seq IS NOT NULL)
        AND COALESCE(payment_seq, hseq) = hseq),
    CONSTRAINT premium_person FOREIGN KEY (municipality, person) REFERENCES person (municipality, person),
    CONSTRAINT premium_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT premium_chain FOREIGN KEY (municipality, person, prev_entry, prev_year, paid_before)
        REFERENCES premium (municipality, person, entry, year, paid_after),
    CONSTRAINT premium_year_chain FOREIGN KEY (municipality, person, year, prev_seq, cum_before)
        REFERENCES premium (municipality, person, year, seq, cum_after),
    CONSTRAINT premium_payment FOREIGN KEY (municipality, household, payment_seq)
        REFERENCES payment (municipality, household, hseq) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT premium_verdict FOREIGN KEY (municipality, household, verdict_seq, person, prev_entry, award_cents, approved_by)
        REFERENCES premium_verdict (municipality, household, hseq, person, entry_before, granted_cents, officer)
) STRICT;

-- Premium that was paid too much, above the threshold of the town: what an officer may ask back, in cents below zero.
CREATE TABLE premium_reclaim (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    entry_before INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    evidence_digest TEXT NOT NULL,
    maker TEXT NOT NULL,
    CONSTRAINT premium_reclaim_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT premium_reclaim_once UNIQUE (municipality, person, entry_before, evidence_digest),
    CONSTRAINT premium_reclaim_judged UNIQUE (municipality, household, hseq, person, entry_before, maker),
    CONSTRAINT premium_reclaim_granted UNIQUE (municipality, household, hseq, cents),
    CONSTRAINT premium_reclaim_below_zero CHECK (cents < 0),
    CONSTRAINT premium_reclaim_evidence CHECK (length(evidence_digest) = 64),
    CONSTRAINT premium_reclaim_maker CHECK (length(maker) > 0),
    CONSTRAINT premium_reclaim_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT premium_reclaim_of_entry FOREIGN KEY (municipality, person, entry_before)
        REFERENCES premium (municipality, person, entry)
) STRICT;

CREATE TABLE premium_verdict (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    reclaim_seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    entry_before INTEGER NOT NULL,
    maker TEXT NOT NULL,
    officer TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    protected_earnings TEXT,
    granted_cents INTEGER,
    CONSTRAINT premium_verdict_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT premium_verdict_one_answer UNIQUE (municipality, household, reclaim_seq),
    CONSTRAINT premium_verdict_used UNIQUE (municipality, household, hseq, person, entry_before, granted_cents, officer),
    CONSTRAINT premium_verdict_four_eyes CHECK (length(officer) > 0 AND lower(officer) <> lower(maker)),
    CONSTRAINT premium_verdict_outcome CHECK (outcome IN ('approved', 'rejected')),
    CONSTRAINT premium_verdict_reason CHECK (length(reason) > 0),
    CONSTRAINT premium_verdict_grants_when_approved CHECK ((outcome = 'approved') = (granted_cents IS NOT NULL)),
    CONSTRAINT premium_verdict_protected_earnings CHECK (outcome <> 'approved' OR length(COALESCE(protected_earnings, '')) > 0),
    CONSTRAINT premium_verdict_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT premium_verdict_of_reclaim FOREIGN KEY (municipality, household, reclaim_seq, person, entry_before, maker)
        REFERENCES premium_reclaim (municipality, household, hseq, person, entry_before, maker),
    CONSTRAINT premium_verdict_as_asked FOREIGN KEY (municipality, household, reclaim_seq, granted_cents)
        REFERENCES premium_reclaim (municipality, household, hseq, cents)
) STRICT;

-- ---------------------------------------------------------------- What is paid, and to whom

-- One payment for one event: a decision that pays, a premium, or a refund of what was recovered too much. Its parts are a running
-- sum that ends at the amount.
CREATE TABLE payment (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    amount_cents INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    decision_cents INTEGER,
    premium_cents INTEGER,
    refund_cents INTEGER,
    CONSTRAINT payment_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT payment_parts UNIQUE (municipality, household, hseq, parts),
    CONSTRAINT payment_one_origin CHECK (
        CASE WHEN decision_cents IS NULL THEN 0 ELSE 1 END + CASE WHEN premium_cents IS NULL THEN 0 ELSE 1 END
        + CASE WHEN refund_cents IS NULL THEN 0 ELSE 1 END = 1),
    CONSTRAINT payment_is_its_origin CHECK (amount_cents = COALESCE(decision_cents, premium_cents, refund_cents, 0)),
    CONSTRAINT payment_of_decision FOREIGN KEY (municipality, household, hseq, month, decision_cents)
        REFERENCES decision (municipality, household, hseq, month, pay_cents),
    CONSTRAINT payment_of_premium FOREIGN KEY (municipality, household, hseq, month, premium_cents)
        REFERENCES premium (municipality, household, hseq, pay_month, award_cents),
    CONSTRAINT payment_of_refund FOREIGN KEY (municipality, household, hseq, month, refund_cents)
        REFERENCES recovery (municipality, household, hseq, month, refund_cents),
    CONSTRAINT payment_ends_at_amount FOREIGN KEY (municipality, household, hseq, parts, amount_cents)
        REFERENCES payment_part (municipality, household, hseq, part, total_after) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- To a payee's account, or kept for a claim (payee 'recovery', which never goes to a bank).
CREATE TABLE payment_part (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    prev_part INTEGER,
    parts INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payee TEXT NOT NULL,
    name TEXT NOT NULL,
    cents INTEGER NOT NULL,
    total_before INTEGER NOT NULL,
    total_after INTEGER NOT NULL,
    recovery_cents INTEGER,
    CONSTRAINT payment_part_key PRIMARY KEY (municipality, household, hseq, part),
    CONSTRAINT payment_part_link UNIQUE (municipality, household, hseq, part, total_after),
    CONSTRAINT payment_part_goes_to UNIQUE (municipality, household, hseq, part, payee, cents),
    CONSTRAINT payment_part_follows CHECK (part <= parts AND COALESCE(prev_part, 0) = part - 1),
    CONSTRAINT payment_part_starts_at_nothing CHECK (part > 1 OR total_before = 0),
    CONSTRAINT payment_part_adds_up CHECK (cents > 0 AND total_after = total_before + cents),
    CONSTRAINT payment_part_kind CHECK (kind IN ('account', 'third_party', 'recovery')),
    CONSTRAINT payment_part_recovery_stays CHECK ((kind = 'recovery') = (payee = 'recovery')),
    CONSTRAINT payment_part_recovers_itself CHECK (COALESCE(recovery_cents, 0) = CASE WHEN kind = 'recovery' THEN cents ELSE 0 END),
    CONSTRAINT payment_part_of_payment FOREIGN KEY (municipality, household, hseq, parts)
        REFERENCES payment (municipality, household, hseq, parts),
    CONSTRAINT payment_part_chain FOREIGN KEY (municipality, household, hseq, prev_part, total_before)
        REFERENCES payment_part (municipality, household, hseq, part, total_after),
    CONSTRAINT payment_part_recovery FOREIGN KEY (municipality, household, hseq, part, recovery_cents)
        REFERENCES recovery (municipality, household, payment_seq, payment_part, cents) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- ---------------------------------------------------------------- What is claimed back

-- The claim on a month was told to the person, with its amount; nothing is withheld before the day it names, nor more than it named.
CREATE TABLE notice (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    sent_on TEXT NOT NULL,
    from_day TEXT NOT NULL,
    CONSTRAINT notice_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT notice_used UNIQUE (municipality, household, hseq, month, from_day, cents),
    CONSTRAINT notice_amount CHECK (cents >= 0),
    CONSTRAINT notice_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT notice_days CHECK (sent_on LIKE '____-__-__' AND from_day LIKE '____-__-__' AND sent_on <= from_day),
    CONSTRAINT notice_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq)
) STRICT;

-- The person does not agree with (a part of) the claim on a month: that part is not taken while the dispute is open.
CREATE TABLE dispute (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    month INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT dispute_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT dispute_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT dispute_amount CHECK (cents > 0),
    CONSTRAINT dispute_day CHECK (opened_on LIKE '____-__-__'),
    CONSTRAINT dispute_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq)
) STRICT;

CREATE TABLE dispute_end (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    dispute_seq INTEGER NOT NULL,
    decided_on TEXT NOT NULL,
    officer TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT dispute_end_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT dispute_end_once UNIQUE (municipality, household, dispute_seq),
    CONSTRAINT dispute_end_outcome CHECK (outcome IN ('upheld', 'dismissed', 'withdrawn')),
    CONSTRAINT dispute_end_day CHECK (decided_on LIKE '____-__-__'),
    CONSTRAINT dispute_end_reason CHECK (length(officer) > 0 AND length(reason) > 0),
    CONSTRAINT dispute_end_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT dispute_end_of_dispute FOREIGN KEY (municipality, household, dispute_seq)
        REFERENCES dispute (municipality, household, hseq)
) STRICT;

-- What came back of the claim on a month, as a running sum: withheld from a payment within the ceiling, withheld because the person
-- agreed to more (holiday money), received from the person, or refunded because it was too much. Taking stops at the claim.
CREATE TABLE recovery (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    month INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    prev_seq INTEGER,
    hseq INTEGER NOT NULL,
    source TEXT NOT NULL,
    cents INTEGER NOT NULL,
    recovered_before INTEGER NOT NULL,
    recovered_after INTEGER NOT NULL,
    version INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    claim_cents INTEGER NOT NULL,
    taken_on TEXT NOT NULL,
    ceiling_cents INTEGER,
    agreed_seq INTEGER,
    notice_seq INTEGER,
    notice_from TEXT,
    notice_cents INTEGER,
    payment_seq INTEGER,
    payment_part INTEGER,
    withheld_as TEXT,
    refund_seq INTEGER,
    refund_cents INTEGER,
    bank_ref TEXT,
    CONSTRAINT recovery_key PRIMARY KEY (municipality, household, month, seq),
    CONSTRAINT recovery_link UNIQUE (municipality, household, month, seq, recovered_after),
    CONSTRAINT recovery_of_part UNIQUE (municipality, household, payment_seq, payment_part, cents),
    CONSTRAINT recovery_refundable UNIQUE (municipality, household, hseq, month, refund_cents),
    CONSTRAINT recovery_received_once UNIQUE (municipality, bank_ref),
    CONSTRAINT recovery_follows CHECK (COALESCE(prev_seq, 0) = seq - 1),
    CONSTRAINT recovery_starts_at_nothing CHECK (seq > 1 OR recovered_before = 0),
    CONSTRAINT recovery_adds_up CHECK (cents <> 0 AND recovered_after = recovered_before + cents),
    CONSTRAINT recovery_stops_at_claim CHECK (cents < 0 OR recovered_after <= claim_cents),
    CONSTRAINT recovery_refunds_what_is_over CHECK (cents > 0 OR recovered_after >= claim_cents),
    CONSTRAINT recovery_source CHECK (source IN ('withheld', 'agreed', 'received', 'refund')),
    CONSTRAINT recovery_below_zero_is_refund CHECK ((source = 'refund') = (cents < 0)),
    CONSTRAINT recovery_day CHECK (taken_on LIKE '____-__-__'),
    CONSTRAINT recovery_from_payment CHECK ((source IN ('withheld', 'agreed')) = (payment_seq IS NOT NULL)
        AND (payment_seq IS NULL) = (payment_part IS NULL) AND (payment_seq IS NULL) = (withheld_as IS NULL)
        AND COALESCE(withheld_as, 'recovery') = 'recovery'),
    CONSTRAINT recovery_withheld_has_ceiling CHECK ((source = 'withheld') = (ceiling_cents IS NOT NULL)),
    CONSTRAINT recovery_agreed_has_agreement CHECK ((source = 'agreed') = (agreed_seq IS NOT NULL)),
    CONSTRAINT recovery_withheld_has_notice CHECK ((source = 'withheld') = (notice_seq IS NOT NULL)
        AND (notice_seq IS NULL) = (notice_from IS NULL) AND (notice_seq IS NULL) = (notice_cents IS NULL)),
    CONSTRAINT recovery_after_notice CHECK (taken_on >= COALESCE(notice_from, taken_on)),
    CONSTRAINT recovery_within_notice CHECK (recovered_after <= COALESCE(notice_cents, recovered_after)),
    CONSTRAINT recovery_refund_whole CHECK ((source = 'refund') = (refund_seq IS NOT NULL)
        AND COALESCE(refund_seq, hseq) = hseq AND COALESCE(refund_cents, 0) = CASE WHEN source = 'refund' THEN -cents ELSE 0 END),
    CONSTRAINT recovery_received_whole CHECK ((source = 'received') = (bank_ref IS NOT NULL)),
    CONSTRAINT recovery_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT recovery_chain FOREIGN KEY (municipality, household, month, prev_seq, recovered_before)
        REFERENCES recovery (municipality, household, month, seq, recovered_after),
    CONSTRAINT recovery_of_claim FOREIGN KEY (municipality, household, month, version, paid_cents, claim_cents)
        REFERENCES decision (municipality, household, month, version, paid_after, claim_after),
    CONSTRAINT recovery_agreement FOREIGN KEY (municipality, household, agreed_seq) REFERENCES fact (municipality, household, hseq),
    CONSTRAINT recovery_notice FOREIGN KEY (municipality, household, notice_seq, month, notice_from, notice_cents)
        REFERENCES notice (municipality, household, hseq, month, from_day, cents),
    CONSTRAINT recovery_of_payment FOREIGN KEY (municipality, household, payment_seq, payment_part, withheld_as, cents)
        REFERENCES payment_part (municipality, household, hseq, part, payee, cents) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT recovery_refund FOREIGN KEY (municipality, household, refund_seq)
        REFERENCES payment (municipality, household, hseq) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT recovery_received FOREIGN KEY (municipality, bank_ref) REFERENCES bank_entry (municipality, bank_ref)
) STRICT;

-- ---------------------------------------------------------------- To the bank and back

-- A file is a pure function of its attempts. One makes it, another releases it.
CREATE TABLE pay_file (
    municipality TEXT NOT NULL,
    file_id TEXT NOT NULL,
    msg_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    execute_on TEXT NOT NULL,
    ctrl_sum_cents INTEGER NOT NULL,
    nb_tx INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    maker TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT pay_file_key PRIMARY KEY (municipality, file_id),
    CONSTRAINT pay_file_message UNIQUE (municipality, msg_id),
    CONSTRAINT pay_file_released UNIQUE (municipality, file_id, maker),
    CONSTRAINT pay_file_size UNIQUE (municipality, file_id, nb_tx),
    CONSTRAINT pay_file_msg_id CHECK (length(msg_id) BETWEEN 1 AND 35),
    CONSTRAINT pay_file_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT pay_file_day CHECK (execute_on LIKE '____-__-__'),
    CONSTRAINT pay_file_digest CHECK (length(sha256) = 64),
    CONSTRAINT pay_file_maker CHECK (length(maker) > 0),
    CONSTRAINT pay_file_moment CHECK (made_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT pay_file_ends_at_sum FOREIGN KEY (municipality, file_id, nb_tx, ctrl_sum_cents)
        REFERENCES attempt (municipality, file_id, place, sum_after) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pay_release (
    municipality TEXT NOT NULL,
    file_id TEXT NOT NULL,
    maker TEXT NOT NULL,
    officer TEXT NOT NULL,
    released_at TEXT NOT NULL,
    CONSTRAINT pay_release_key PRIMARY KEY (municipality, file_id),
    CONSTRAINT pay_release_four_eyes CHECK (lower(officer) <> lower(maker) AND length(officer) > 0),
    CONSTRAINT pay_release_moment CHECK (released_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT pay_release_of_file FOREIGN KEY (municipality, file_id, maker) REFERENCES pay_file (municipality, file_id, maker)
) STRICT;

-- One transfer in one file. A part is tried again only after the bank refused it or sent it back.
CREATE TABLE attempt (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    prev_attempt INTEGER,
    prev_outcome TEXT,
    payee TEXT NOT NULL,
    account_seq INTEGER NOT NULL,
    iban TEXT NOT NULL,
    cents INTEGER NOT NULL,
    e2e_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    nb_tx INTEGER NOT NULL,
    place INTEGER NOT NULL,
    prev_place INTEGER,
    sum_before INTEGER NOT NULL,
    sum_after INTEGER NOT NULL,
    CONSTRAINT attempt_key PRIMARY KEY (municipality, household, hseq, part, attempt),
    CONSTRAINT attempt_end_to_end UNIQUE (municipality, e2e_id),
    CONSTRAINT attempt_place UNIQUE (municipality, file_id, place),
    CONSTRAINT attempt_sum UNIQUE (municipality, file_id, place, sum_after),
    CONSTRAINT attempt_follows CHECK (COALESCE(prev_attempt, 0) = attempt - 1),
    CONSTRAINT attempt_again_only_after_failure CHECK ((attempt = 1) = (prev_outcome IS NULL)
        AND COALESCE(prev_outcome, 'rejected') IN ('rejected', 'returned')),
    CONSTRAINT attempt_e2e_id CHECK (length(e2e_id) BETWEEN 1 AND 35),
    CONSTRAINT attempt_place_follows CHECK (place <= nb_tx AND COALESCE(prev_place, 0) = place - 1),
    CONSTRAINT attempt_sum_starts_at_nothing CHECK (place > 1 OR sum_before = 0),
    CONSTRAINT attempt_sum_adds_up CHECK (sum_after = sum_before + cents),
    CONSTRAINT attempt_of_part FOREIGN KEY (municipality, household, hseq, part, payee, cents)
        REFERENCES payment_part (municipality, household, hseq, part, payee, cents),
    CONSTRAINT attempt_to_account FOREIGN KEY (municipality, household, account_seq, payee, iban)
        REFERENCES account (municipality, household, hseq, payee, iban),
    CONSTRAINT attempt_in_file FOREIGN KEY (municipality, file_id, nb_tx) REFERENCES pay_file (municipality, file_id, nb_tx),
    CONSTRAINT attempt_sum_chain FOREIGN KEY (municipality, file_id, prev_place, sum_before)
        REFERENCES attempt (municipality, file_id, place, sum_after),
    CONSTRAINT attempt_after_outcome FOREIGN KEY (municipality, household, hseq, part, prev_attempt, prev_outcome)
        REFERENCES outcome (municipality, household, hseq, part, attempt, outcome)
) STRICT;

-- What the bank says of an attempt: booked or rejected first; after booked it may come back.
CREATE TABLE outcome (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    step INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    after_outcome TEXT,
    bank_ref TEXT NOT NULL,
    CONSTRAINT outcome_key PRIMARY KEY (municipality, household, hseq, part, attempt, step),
    CONSTRAINT outcome_of UNIQUE (municipality, household, hseq, part, attempt, outcome),
    CONSTRAINT outcome_once UNIQUE (municipality, bank_ref),
    CONSTRAINT outcome_kind CHECK (outcome IN ('booked', 'rejected', 'returned')),
    CONSTRAINT outcome_step CHECK (step = CASE WHEN outcome = 'returned' THEN 2 ELSE 1 END),
    CONSTRAINT outcome_returned_after_booked CHECK ((outcome = 'returned') = (after_outcome IS NOT NULL)
        AND COALESCE(after_outcome, 'booked') = 'booked'),
    CONSTRAINT outcome_of_attempt FOREIGN KEY (municipality, household, hseq, part, attempt)
        REFERENCES attempt (municipality, household, hseq, part, attempt),
    CONSTRAINT outcome_chain FOREIGN KEY (municipality, household, hseq, part, attempt, after_outcome)
        REFERENCES outcome (municipality, household, hseq, part, attempt, outcome),
    CONSTRAINT outcome_of_entry FOREIGN KEY (municipality, bank_ref) REFERENCES bank_entry (municipality, bank_ref)
) STRICT;

-- A file of the bank as it was read, once.
CREATE TABLE bank_statement (
    municipality TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT bank_statement_key PRIMARY KEY (municipality, statement_id),
    CONSTRAINT bank_statement_once UNIQUE (municipality, sha256),
    CONSTRAINT bank_statement_digest CHECK (length(sha256) = 64),
    CONSTRAINT bank_statement_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT bank_statement_actor CHECK (length(actor) > 0),
    CONSTRAINT bank_statement_town FOREIGN KEY (municipality) REFERENCES municipality (municipality)
) STRICT;

-- One movement in it; money that left is below zero, a refusal moves nothing.
CREATE TABLE bank_entry (
    municipality TEXT NOT NULL,
    bank_ref TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    e2e_id TEXT,
    cents INTEGER NOT NULL,
    booked_on TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT bank_entry_key PRIMARY KEY (municipality, bank_ref),
    CONSTRAINT bank_entry_ref CHECK (length(bank_ref) > 0),
    CONSTRAINT bank_entry_day CHECK (booked_on LIKE '____-__-__'),
    CONSTRAINT bank_entry_in_statement FOREIGN KEY (municipality, statement_id)
        REFERENCES bank_statement (municipality, statement_id)
) STRICT;

-- What needs a human. Steps give it an owner, and close it with a reason.
CREATE TABLE open_item (
    municipality TEXT NOT NULL,
    item_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    household INTEGER,
    bank_ref TEXT,
    cents INTEGER,
    text TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT open_item_key PRIMARY KEY (municipality, item_id),
    CONSTRAINT open_item_of_entry UNIQUE (municipality, bank_ref),
    CONSTRAINT open_item_kind CHECK (kind IN ('bank', 'question', 'check')),
    CONSTRAINT open_item_text CHECK (length(item_id) > 0 AND length(text) > 0),
    CONSTRAINT open_item_bank CHECK ((kind = 'bank') = (bank_ref IS NOT NULL)),
    CONSTRAINT open_item_moment CHECK (opened_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT open_item_actor CHECK (length(actor) > 0),
    CONSTRAINT open_item_town FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    CONSTRAINT open_item_household FOREIGN KEY (municipality, household) REFERENCES household (municipality, household),
    CONSTRAINT open_item_entry FOREIGN KEY (municipality, bank_ref) REFERENCES bank_entry (municipality, bank_ref)
) STRICT;

CREATE TABLE open_item_step (
    municipality TEXT NOT NULL,
    item_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    prev_step INTEGER,
    status TEXT NOT NULL,
    prev_status TEXT,
    owner TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT open_item_step_key PRIMARY KEY (municipality, item_id, step),
    CONSTRAINT open_item_step_link UNIQUE (municipality, item_id, step, status),
    CONSTRAINT open_item_step_follows CHECK (COALESCE(prev_step, 0) = step - 1),
    CONSTRAINT open_item_step_status CHECK (status IN ('owned', 'closed')),
    CONSTRAINT open_item_step_closed_is_closed CHECK ((prev_step IS NULL) = (prev_status IS NULL)
        AND COALESCE(prev_status, 'owned') = 'owned'),
    CONSTRAINT open_item_step_reason CHECK (length(owner) > 0 AND length(reason) > 0),
    CONSTRAINT open_item_step_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT open_item_step_actor CHECK (length(actor) > 0),
    CONSTRAINT open_item_step_of_item FOREIGN KEY (municipality, item_id) REFERENCES open_item (municipality, item_id),
    CONSTRAINT open_item_step_chain FOREIGN KEY (municipality, item_id, prev_step, prev_status)
        REFERENCES open_item_step (municipality, item_id, step, status)
) STRICT;

-- A file that was added to an item when it was opened.
CREATE TABLE open_item_file (
    municipality TEXT NOT NULL,
    item_id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT open_item_file_key PRIMARY KEY (municipality, item_id),
    CONSTRAINT open_item_file_type CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    CONSTRAINT open_item_file_digest CHECK (length(sha256) = 64 AND length(body) > 0),
    CONSTRAINT open_item_file_of_item FOREIGN KEY (municipality, item_id) REFERENCES open_item (municipality, item_id)
) STRICT;

-- ---------------------------------------------------------------- Runs

-- One go at one month. The households it is about are counted when it begins; each gets exactly one item.
CREATE TABLE run (
    municipality TEXT NOT NULL,
    run_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    kind TEXT NOT NULL,
    go INTEGER NOT NULL,
    rules_version TEXT NOT NULL,
    households INTEGER NOT NULL,
    slices INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT run_key PRIMARY KEY (municipality, run_id),
    CONSTRAINT run_once UNIQUE (municipality, month, kind, go),
    CONSTRAINT run_month CHECK (month BETWEEN 201801 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    CONSTRAINT run_kind CHECK (kind IN ('month', 'premium', 'repair')),
    CONSTRAINT run_go CHECK (go >= 1),
    CONSTRAINT run_rules CHECK (length(rules_version) > 0),
    CONSTRAINT run_size CHECK (households >= 0 AND slices >= 0),
    CONSTRAINT run_moment CHECK (started_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT run_actor CHECK (length(actor) > 0),
    CONSTRAINT run_town FOREIGN KEY (municipality) REFERENCES municipality (municipality)
) STRICT;

-- A bounded part of a run, written in one transaction. Who takes it raises `taken`; who lost it can no longer finish it.
CREATE TABLE run_slice (
    municipality TEXT NOT NULL,
    run_id TEXT NOT NULL,
    slice INTEGER NOT NULL,
    first_household INTEGER NOT NULL,
    last_household INTEGER NOT NULL,
    households INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    worker TEXT,
    leased_until TEXT,
    done INTEGER NOT NULL,
    CONSTRAINT run_slice_key PRIMARY KEY (municipality, run_id, slice),
    CONSTRAINT run_slice_number CHECK (slice >= 1),
    CONSTRAINT run_slice_households CHECK (first_household <= last_household AND households >= 1),
    CONSTRAINT run_slice_taken CHECK (taken >= 0 AND (taken > 0) = (worker IS NOT NULL)
        AND (worker IS NULL) = (leased_until IS NULL)),
    CONSTRAINT run_slice_lease CHECK (COALESCE(leased_until, '2000-01-01T00:00:00Z') LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT run_slice_done CHECK (done IN (0, 1) AND (done = 0 OR taken > 0)),
    CONSTRAINT run_slice_of_run FOREIGN KEY (municipality, run_id) REFERENCES run (municipality, run_id)
) STRICT;

CREATE TABLE run_item (
    municipality TEXT NOT NULL,
    run_id TEXT NOT NULL,
    household INTEGER NOT NULL,
    slice INTEGER NOT NULL,
    result TEXT NOT NULL,
    reason TEXT,
    owner TEXT,
    CONSTRAINT run_item_key PRIMARY KEY (municipality, run_id, household),
    CONSTRAINT run_item_result CHECK (result IN ('decided', 'unchanged', 'held', 'error')),
    CONSTRAINT run_item_held_has_owner CHECK ((result IN ('held', 'error')) = (length(COALESCE(reason, '')) > 0)
        AND (reason IS NULL) = (owner IS NULL) AND length(COALESCE(owner, 'x')) > 0),
    CONSTRAINT run_item_household FOREIGN KEY (municipality, household) REFERENCES household (municipality, household),
    CONSTRAINT run_item_in_slice FOREIGN KEY (municipality, run_id, slice) REFERENCES run_slice (municipality, run_id, slice)
) STRICT;

-- ---------------------------------------------------------------- Letters and anchors

-- A letter as it was sent, byte for byte.
CREATE TABLE letter (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    month INTEGER,
    version INTEGER,
    lang TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT letter_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT letter_kind CHECK (length(kind) > 0 AND length(media_type) > 0),
    CONSTRAINT letter_of_decision_whole CHECK ((month IS NULL) = (version IS NULL)),
    CONSTRAINT letter_lang CHECK (lang IN ('nl', 'en')),
    CONSTRAINT letter_day CHECK (sent_on LIKE '____-__-__'),
    CONSTRAINT letter_digest CHECK (length(sha256) = 64 AND length(body) > 0),
    CONSTRAINT letter_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT letter_of_decision FOREIGN KEY (municipality, household, month, version)
        REFERENCES decision (municipality, household, month, version)
) STRICT;

-- What was personal behind an event was destroyed when its term was over: `kept` is the fingerprint of what is left of its rows, and
-- stands in a later event of the same chain. So what is left can still be proved.
CREATE TABLE destruction (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    about_seq INTEGER NOT NULL,
    kept TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT destruction_key PRIMARY KEY (municipality, household, about_seq),
    CONSTRAINT destruction_of_earlier CHECK (about_seq < hseq),
    CONSTRAINT destruction_kept CHECK (length(kept) > 64),
    CONSTRAINT destruction_reason CHECK (length(reason) > 0),
    CONSTRAINT destruction_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT destruction_about FOREIGN KEY (municipality, household, about_seq) REFERENCES event (municipality, household, hseq)
) STRICT;

-- The Merkle root over the heads of all households of a town at a moment. Kept elsewhere too, it shows whether history changed.
CREATE TABLE anchor (
    municipality TEXT NOT NULL,
    day TEXT NOT NULL,
    until TEXT NOT NULL,
    leaves INTEGER NOT NULL,
    root TEXT NOT NULL,
    CONSTRAINT anchor_key PRIMARY KEY (municipality, until),
    CONSTRAINT anchor_daily UNIQUE (municipality, day),
    CONSTRAINT anchor_moment CHECK (day LIKE '20__-__-__' AND until LIKE '20__-__-__T__:__:__Z' AND substr(until, 1, 10) >= day),
    CONSTRAINT anchor_leaves CHECK (leaves >= 0),
    CONSTRAINT anchor_root CHECK (length(root) = 64),
    CONSTRAINT anchor_town FOREIGN KEY (municipality) REFERENCES municipality (municipality)
) STRICT;

-- ---------------------------------------------------------------- Guidance: what was agreed and done with people

-- One thing written in a client's dossier, in one capacity: who reads in another is not shown it. Bodies are the fields of a form.
-- It stands in the chain of the client's own household. What puts another right is of the same kind, client and capacity: who
-- enforces cannot make what was told to a helper go away.
CREATE TABLE guidance_entry (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    until_day TEXT,
    role TEXT NOT NULL,
    worker TEXT NOT NULL,
    supersedes_seq INTEGER,
    body TEXT NOT NULL,
    CONSTRAINT guidance_entry_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT guidance_entry_put_right UNIQUE (municipality, household, hseq, person, kind, role),
    CONSTRAINT guidance_entry_one_successor UNIQUE (municipality, household, supersedes_seq),
    CONSTRAINT guidance_entry_kind CHECK (length(kind) > 0 AND kind <> 'contact'),
    CONSTRAINT guidance_entry_days CHECK (day LIKE '____-__-__' AND COALESCE(until_day, day) LIKE '____-__-__'
        AND day <= COALESCE(until_day, day)),
    CONSTRAINT guidance_entry_role CHECK (role IN ('hulp', 'inkomen', 'handhaving', 'deskundige', 'klant', 'teamleider', 'nazorg')),
    CONSTRAINT guidance_entry_worker CHECK (length(worker) > 0),
    CONSTRAINT guidance_entry_body CHECK (body LIKE '{%}'),
    CONSTRAINT guidance_entry_supersedes_earlier CHECK (COALESCE(supersedes_seq, 0) < hseq),
    CONSTRAINT guidance_entry_person FOREIGN KEY (municipality, person, household)
        REFERENCES person (municipality, person, household),
    CONSTRAINT guidance_entry_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT guidance_entry_superseded FOREIGN KEY (municipality, household, supersedes_seq, person, kind, role)
        REFERENCES guidance_entry (municipality, household, hseq, person, kind, role)
) STRICT;

-- A contact, or one that was meant to be. Nobody logs what has yet to happen (contact_was_before).
CREATE TABLE contact (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    initiator TEXT NOT NULL,
    kind TEXT NOT NULL,
    presence TEXT NOT NULL,
    role TEXT NOT NULL,
    worker TEXT NOT NULL,
    place TEXT,
    areas TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    supersedes_seq INTEGER,
    CONSTRAINT contact_key PRIMARY KEY (municipality, household, hseq),
    CONSTRAINT contact_put_right UNIQUE (municipality, household, hseq, person, role),
    CONSTRAINT contact_one_successor UNIQUE (municipality, household, supersedes_seq),
    CONSTRAINT contact_supersedes_earlier CHECK (COALESCE(supersedes_seq, 0) < hseq),
    CONSTRAINT contact_day CHECK (day LIKE '____-__-__'),
    CONSTRAINT contact_channel CHECK (channel IN ('bezoek', 'telefoon', 'post', 'bericht', 'videogesprek')),
    CONSTRAINT contact_initiator CHECK (initiator IN ('inwoner', 'klantmanager')),
    CONSTRAINT contact_kind CHECK (length(kind) > 0),
    CONSTRAINT contact_presence CHECK (presence IN ('gekomen', 'afgemeld', 'niet_gekomen')),
    CONSTRAINT contact_role CHECK (role IN ('hulp', 'inkomen', 'handhaving', 'deskundige', 'klant', 'teamleider', 'nazorg')),
    CONSTRAINT contact_worker CHECK (length(worker) > 0),
    CONSTRAINT contact_person FOREIGN KEY (municipality, person, household) REFERENCES person (municipality, person, household),
    CONSTRAINT contact_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT contact_superseded FOREIGN KEY (municipality, household, supersedes_seq, person, role)
        REFERENCES contact (municipality, household, hseq, person, role)
) STRICT;

-- Whose client somebody is from a day on. Each follows the one before it and begins later, so that nobody has two on one day.
CREATE TABLE assignment (
    municipality TEXT NOT NULL,
    household INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    number INTEGER NOT NULL,
    prev_number INTEGER,
    prev_from_day TEXT,
    worker TEXT,
    from_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_by TEXT,
    CONSTRAINT assignment_key PRIMARY KEY (municipality, person, number),
    CONSTRAINT assignment_link UNIQUE (municipality, person, number, from_day),
    CONSTRAINT assignment_follows CHECK (COALESCE(prev_number, 0) = number - 1),
    CONSTRAINT assignment_link_whole CHECK ((prev_number IS NULL) = (prev_from_day IS NULL)),
    CONSTRAINT assignment_one_a_day CHECK (from_day LIKE '____-__-__' AND from_day > COALESCE(prev_from_day, '')),
    CONSTRAINT assignment_told CHECK (length(COALESCE(worker, 'x')) > 0 AND length(reason) > 0
        AND length(COALESCE(approved_by, 'x')) > 0),
    CONSTRAINT assignment_person FOREIGN KEY (municipality, person, household)
        REFERENCES person (municipality, person, household),
    CONSTRAINT assignment_event FOREIGN KEY (municipality, household, hseq) REFERENCES event (municipality, household, hseq),
    CONSTRAINT assignment_chain FOREIGN KEY (municipality, person, prev_number, prev_from_day)
        REFERENCES assignment (municipality, person, number, from_day)
) STRICT;

-- Who works here and how: what became so from a day on. Terms and shut channels are of the whole office and name nobody.
CREATE TABLE staff_entry (
    municipality TEXT NOT NULL,
    number INTEGER NOT NULL,
    prev_number INTEGER,
    kind TEXT NOT NULL,
    worker TEXT,
    day TEXT NOT NULL,
    until_day TEXT,
    body TEXT NOT NULL,
    supersedes_number INTEGER,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT staff_entry_key PRIMARY KEY (municipality, number),
    CONSTRAINT staff_entry_one_successor UNIQUE (municipality, supersedes_number),
    CONSTRAINT staff_entry_follows CHECK (COALESCE(prev_number, 0) = number - 1),
    CONSTRAINT staff_entry_kind CHECK (kind IN ('in_dienst', 'afwezig', 'uit_dienst', 'opgeleid', 'termijnen', 'les', 'dicht', 'vervallen')),
    CONSTRAINT staff_entry_about CHECK (worker IS NOT NULL OR kind IN ('termijnen', 'les', 'dicht', 'vervallen')),
    CONSTRAINT staff_entry_named CHECK (length(COALESCE(worker, 'x')) > 0 AND length(actor) > 0),
    CONSTRAINT staff_entry_days CHECK (day LIKE '____-__-__' AND COALESCE(until_day, day) LIKE '____-__-__'
        AND day <= COALESCE(until_day, day)),
    CONSTRAINT staff_entry_body CHECK (body LIKE '{%}'),
    CONSTRAINT staff_entry_supersedes_earlier CHECK (COALESCE(supersedes_number, 0) < number),
    CONSTRAINT staff_entry_gone CHECK (kind <> 'vervallen' OR supersedes_number IS NOT NULL),
    CONSTRAINT staff_entry_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT staff_entry_town FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    CONSTRAINT staff_entry_chain FOREIGN KEY (municipality, prev_number) REFERENCES staff_entry (municipality, number),
    CONSTRAINT staff_entry_superseded FOREIGN KEY (municipality, supersedes_number)
        REFERENCES staff_entry (municipality, number)
) STRICT;

-- Who looked at whose dossier, in which capacity and what for.
CREATE TABLE look (
    municipality TEXT NOT NULL,
    person INTEGER NOT NULL,
    number INTEGER NOT NULL,
    prev_number INTEGER,
    looked_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    purpose TEXT NOT NULL,
    CONSTRAINT look_key PRIMARY KEY (municipality, person, number),
    CONSTRAINT look_follows CHECK (COALESCE(prev_number, 0) = number - 1),
    CONSTRAINT look_moment CHECK (looked_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT look_role CHECK (role IN ('hulp', 'inkomen', 'handhaving', 'deskundige', 'klant', 'teamleider', 'nazorg')),
    CONSTRAINT look_told CHECK (length(actor) > 0 AND length(purpose) > 0),
    CONSTRAINT look_person FOREIGN KEY (municipality, person) REFERENCES person (municipality, person),
    CONSTRAINT look_chain FOREIGN KEY (municipality, person, prev_number) REFERENCES look (municipality, person, number)
) STRICT;

-- The same of many dossiers at once, such as a week that was planned: one row, not one for each client (decision 153).
CREATE TABLE look_of_many (
    municipality TEXT NOT NULL,
    number INTEGER NOT NULL,
    prev_number INTEGER,
    looked_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    purpose TEXT NOT NULL,
    people INTEGER NOT NULL,
    CONSTRAINT look_of_many_key PRIMARY KEY (municipality, number),
    CONSTRAINT look_of_many_follows CHECK (COALESCE(prev_number, 0) = number - 1),
    CONSTRAINT look_of_many_moment CHECK (looked_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT look_of_many_role CHECK (role IN ('hulp', 'inkomen', 'handhaving', 'deskundige', 'klant', 'teamleider', 'nazorg')),
    CONSTRAINT look_of_many_told CHECK (length(actor) > 0 AND length(purpose) > 0),
    CONSTRAINT look_of_many_people CHECK (people >= 0),
    CONSTRAINT look_of_many_town FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    CONSTRAINT look_of_many_chain FOREIGN KEY (municipality, prev_number) REFERENCES look_of_many (municipality, number)
) STRICT;

-- ---------------------------------------------------------------- Experiments: one chain of events for each

-- The head is the last event. It only moves forward, under the experiment's lock.
CREATE TABLE experiment (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    head_seq INTEGER,
    head_hash TEXT,
    head_at TEXT,
    CONSTRAINT experiment_key PRIMARY KEY (municipality, experiment),
    CONSTRAINT experiment_named CHECK (length(experiment) > 0),
    CONSTRAINT experiment_head_whole CHECK ((head_seq IS NULL) = (head_hash IS NULL) AND (head_seq IS NULL) = (head_at IS NULL)),
    CONSTRAINT experiment_town FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    CONSTRAINT experiment_head FOREIGN KEY (municipality, experiment, head_seq, head_hash, head_at)
        REFERENCES experiment_event (municipality, experiment, seq, hash, recorded_at) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- As with households: each event names the one before it by number, hash and moment.
CREATE TABLE experiment_event (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev_seq INTEGER,
    prev_hash TEXT,
    prev_at TEXT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    idem_key TEXT NOT NULL,
    hash_version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT experiment_event_key PRIMARY KEY (municipality, experiment, seq),
    CONSTRAINT experiment_event_link UNIQUE (municipality, experiment, seq, hash, recorded_at),
    CONSTRAINT experiment_event_moment_of UNIQUE (municipality, experiment, seq, recorded_at),
    CONSTRAINT experiment_event_once UNIQUE (municipality, experiment, idem_key),
    CONSTRAINT experiment_event_follows_its_number CHECK (COALESCE(prev_seq, 0) = seq - 1),
    CONSTRAINT experiment_event_link_whole CHECK ((prev_seq IS NULL) = (prev_hash IS NULL)
        AND (prev_seq IS NULL) = (prev_at IS NULL)),
    CONSTRAINT experiment_event_time_goes_on CHECK (recorded_at >= COALESCE(prev_at, recorded_at)),
    CONSTRAINT experiment_event_kind CHECK (kind IN ('design', 'people', 'happening', 'commitment', 'secret', 'draw', 'observation',
        'lock', 'release')),
    CONSTRAINT experiment_event_moment CHECK (recorded_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT experiment_event_actor CHECK (length(actor) > 0),
    CONSTRAINT experiment_event_idem_key CHECK (length(idem_key) > 0),
    CONSTRAINT experiment_event_hash CHECK (hash_version = 1 AND length(hash) = 64),
    CONSTRAINT experiment_event_experiment FOREIGN KEY (municipality, experiment) REFERENCES experiment (municipality, experiment),
    CONSTRAINT experiment_event_chain FOREIGN KEY (municipality, experiment, prev_seq, prev_hash, prev_at)
        REFERENCES experiment_event (municipality, experiment, seq, hash, recorded_at)
) STRICT;

-- The design as canonical text, named by its fingerprint. What a draw was promised for can never become another text.
CREATE TABLE experiment_design (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    seq INTEGER NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT experiment_design_key PRIMARY KEY (municipality, experiment, sha256),
    CONSTRAINT experiment_design_digest CHECK (length(sha256) = 64),
    CONSTRAINT experiment_design_text CHECK (length(text) > 0),
    CONSTRAINT experiment_design_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq)
) STRICT;

-- Somebody who was approached, under a random number that says nothing; levels are those of the design's variables on that day.
CREATE TABLE participant (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    pid TEXT NOT NULL,
    seq INTEGER NOT NULL,
    levels TEXT NOT NULL,
    CONSTRAINT participant_key PRIMARY KEY (municipality, experiment, pid),
    CONSTRAINT participant_pid CHECK (length(pid) = 32),
    CONSTRAINT participant_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq)
) STRICT;

-- What links that number to a person: the salt of the draw, and a pseudonym made with a key that is not in this database. It stands
-- apart from the chain, as person_detail does, so that it can be destroyed when its time has come.
CREATE TABLE participant_secret (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    pid TEXT NOT NULL,
    salt TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    CONSTRAINT participant_secret_key PRIMARY KEY (municipality, experiment, pid),
    CONSTRAINT participant_secret_person_once UNIQUE (municipality, experiment, pseudonym),
    CONSTRAINT participant_secret_salt CHECK (length(salt) = 32),
    CONSTRAINT participant_secret_pseudonym CHECK (length(pseudonym) = 64),
    CONSTRAINT participant_secret_of FOREIGN KEY (municipality, experiment, pid)
        REFERENCES participant (municipality, experiment, pid)
) STRICT;

-- What happened to a participant on a day. Every count of people is made of these.
CREATE TABLE happening (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,
    pid TEXT NOT NULL,
    happening TEXT NOT NULL,
    day TEXT NOT NULL,
    detail TEXT NOT NULL,
    CONSTRAINT happening_key PRIMARY KEY (municipality, experiment, seq, place),
    CONSTRAINT happening_kind CHECK (happening IN ('informed', 'declined', 'applied', 'refused', 'excluded', 'enrolled', 'corrected',
        'not_selected', 'drawn', 'started', 'deviated', 'agreed', 'withdrawn', 'invited', 'interviewed', 'not_interviewed', 'voucher',
        'moved', 'died', 'pension')),
    CONSTRAINT happening_day CHECK (day LIKE '____-__-__'),
    CONSTRAINT happening_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq),
    CONSTRAINT happening_to FOREIGN KEY (municipality, experiment, pid) REFERENCES participant (municipality, experiment, pid)
) STRICT;

-- What is promised before anybody can know the lot: the roster as it was known (its root), the design, a secret, and a round of a
-- public beacon that lies ahead. No round serves twice.
CREATE TABLE commitment (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    draw INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    known_seq INTEGER NOT NULL,
    committed_at TEXT NOT NULL,
    design_sha256 TEXT NOT NULL,
    root TEXT NOT NULL,
    people INTEGER NOT NULL,
    secret_sha256 TEXT NOT NULL,
    reveal_by TEXT NOT NULL,
    chain TEXT NOT NULL,
    round INTEGER NOT NULL,
    beacon_at TEXT NOT NULL,
    record TEXT NOT NULL,
    CONSTRAINT commitment_key PRIMARY KEY (municipality, experiment, draw),
    CONSTRAINT commitment_revealed UNIQUE (municipality, experiment, draw, secret_sha256, reveal_by),
    CONSTRAINT commitment_drawn UNIQUE (municipality, experiment, draw, chain, round, beacon_at),
    CONSTRAINT commitment_round_once UNIQUE (municipality, experiment, chain, round),
    CONSTRAINT commitment_knows_only_earlier CHECK (known_seq BETWEEN 1 AND seq - 1),
    CONSTRAINT commitment_digests CHECK (length(root) = 64 AND length(secret_sha256) = 64),
    CONSTRAINT commitment_people CHECK (people > 0),
    CONSTRAINT commitment_record CHECK (length(record) > 0),
    CONSTRAINT commitment_round CHECK (round > 0),
    CONSTRAINT commitment_moments CHECK (reveal_by LIKE '20__-__-__T__:__:__Z' AND beacon_at LIKE '20__-__-__T__:__:__Z'),
    CONSTRAINT commitment_in_order CHECK (committed_at < reveal_by AND reveal_by < beacon_at),
    CONSTRAINT commitment_event FOREIGN KEY (municipality, experiment, seq, committed_at)
        REFERENCES experiment_event (municipality, experiment, seq, recorded_at),
    CONSTRAINT commitment_design FOREIGN KEY (municipality, experiment, design_sha256)
        REFERENCES experiment_design (municipality, experiment, sha256)
) STRICT;

-- What opens the published codes of the strata; stands apart, as participant_secret does.
CREATE TABLE stratum_secret (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    draw INTEGER NOT NULL,
    text TEXT NOT NULL,
    salt TEXT NOT NULL,
    CONSTRAINT stratum_secret_key PRIMARY KEY (municipality, experiment, draw, text),
    CONSTRAINT stratum_secret_salt CHECK (length(salt) = 32),
    CONSTRAINT stratum_secret_of FOREIGN KEY (municipality, experiment, draw) REFERENCES commitment (municipality, experiment, draw)
) STRICT;

-- The secret is told before the beacon, once; told too late it is refused, and a new promise is needed.
CREATE TABLE secret_reveal (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    draw INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    secret_sha256 TEXT NOT NULL,
    reveal_by TEXT NOT NULL,
    revealed_at TEXT NOT NULL,
    secret TEXT NOT NULL,
    CONSTRAINT secret_reveal_key PRIMARY KEY (municipality, experiment, draw),
    CONSTRAINT secret_reveal_secret CHECK (length(secret) = 64),
    CONSTRAINT secret_reveal_in_time CHECK (revealed_at <= reveal_by),
    CONSTRAINT secret_reveal_event FOREIGN KEY (municipality, experiment, seq, revealed_at)
        REFERENCES experiment_event (municipality, experiment, seq, recorded_at),
    CONSTRAINT secret_reveal_of_commitment FOREIGN KEY (municipality, experiment, draw, secret_sha256, reveal_by)
        REFERENCES commitment (municipality, experiment, draw, secret_sha256, reveal_by)
) STRICT;

-- The draw: after the beacon, of the newest promise, with its secret told. Another round than the promised one is the fallback,
-- a later one that 20 divides; the program works out which. Round 0 is dice thrown in public: the beacon is gone for good.
CREATE TABLE draw_result (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    draw INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    drawn_at TEXT NOT NULL,
    chain TEXT NOT NULL,
    committed_round INTEGER NOT NULL,
    beacon_at TEXT NOT NULL,
    round INTEGER NOT NULL,
    randomness TEXT NOT NULL,
    signature TEXT NOT NULL,
    seed TEXT NOT NULL,
    result_root TEXT NOT NULL,
    CONSTRAINT draw_result_key PRIMARY KEY (municipality, experiment, draw),
    CONSTRAINT draw_result_digests CHECK (length(randomness) = 64 AND length(seed) = 64 AND length(result_root) = 64),
    CONSTRAINT draw_result_signature CHECK (length(signature) > 0),
    CONSTRAINT draw_result_round CHECK (round IN (0, committed_round) OR (round > committed_round AND round % 20 = 0)),
    CONSTRAINT draw_result_after_beacon CHECK (drawn_at >= beacon_at),
    CONSTRAINT draw_result_event FOREIGN KEY (municipality, experiment, seq, drawn_at)
        REFERENCES experiment_event (municipality, experiment, seq, recorded_at),
    CONSTRAINT draw_result_of_commitment FOREIGN KEY (municipality, experiment, draw, chain, committed_round, beacon_at)
        REFERENCES commitment (municipality, experiment, draw, chain, round, beacon_at),
    CONSTRAINT draw_result_secret FOREIGN KEY (municipality, experiment, draw)
        REFERENCES secret_reveal (municipality, experiment, draw)
) STRICT;

-- What fell to each of the roster: the place by lot in the stratum, an arm or none with the turn in which it was dealt, and whether
-- they are asked for interviews. Nobody is drawn twice.
CREATE TABLE drawn (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    pid TEXT NOT NULL,
    draw INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    stratum TEXT NOT NULL,
    place INTEGER NOT NULL,
    arm TEXT,
    turn INTEGER,
    surveyed INTEGER NOT NULL,
    CONSTRAINT drawn_key PRIMARY KEY (municipality, experiment, pid),
    CONSTRAINT drawn_place CHECK (place > 0),
    CONSTRAINT drawn_arm CHECK (length(COALESCE(arm, 'x')) > 0 AND (arm IS NULL) = (turn IS NULL)),
    CONSTRAINT drawn_surveyed CHECK (surveyed IN (0, 1) AND (surveyed = 0 OR arm IS NOT NULL)),
    CONSTRAINT drawn_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq),
    CONSTRAINT drawn_in FOREIGN KEY (municipality, experiment, draw) REFERENCES draw_result (municipality, experiment, draw),
    CONSTRAINT drawn_person FOREIGN KEY (municipality, experiment, pid) REFERENCES participant (municipality, experiment, pid)
) STRICT;

-- What was observed of a participant: the answers of an interview, a row of the register, an interview with somebody who did not join.
CREATE TABLE observation (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,
    pid TEXT NOT NULL,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT observation_key PRIMARY KEY (municipality, experiment, seq, place),
    CONSTRAINT observation_source CHECK (source IN ('survey', 'register', 'reference')),
    CONSTRAINT observation_named CHECK (length(name) > 0),
    CONSTRAINT observation_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq),
    CONSTRAINT observation_of FOREIGN KEY (municipality, experiment, pid) REFERENCES participant (municipality, experiment, pid)
) STRICT;

-- The plan of analysis, fixed before an outcome is joined to an arm.
CREATE TABLE plan_lock (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    plan_sha256 TEXT NOT NULL,
    seq INTEGER NOT NULL,
    code_version TEXT NOT NULL,
    data_schema TEXT NOT NULL,
    CONSTRAINT plan_lock_key PRIMARY KEY (municipality, experiment, plan_sha256),
    CONSTRAINT plan_lock_digest CHECK (length(plan_sha256) = 64),
    CONSTRAINT plan_lock_told CHECK (length(code_version) > 0 AND length(data_schema) > 0),
    CONSTRAINT plan_lock_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq)
) STRICT;

-- What was ever let out, so that a next release can be compared with all before it.
CREATE TABLE report_release (
    municipality TEXT NOT NULL,
    experiment TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    seq INTEGER NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT report_release_key PRIMARY KEY (municipality, experiment, sha256),
    CONSTRAINT report_release_digest CHECK (length(sha256) = 64),
    CONSTRAINT report_release_content CHECK (length(content) > 0),
    CONSTRAINT report_release_event FOREIGN KEY (municipality, experiment, seq)
        REFERENCES experiment_event (municipality, experiment, seq)
) STRICT;

-- ---------------------------------------------------------------- What is looked for by something else than its key

CREATE INDEX person_of_household ON person (municipality, household, person);
CREATE INDEX payment_for_month ON payment (municipality, month, household, hseq);
CREATE INDEX guidance_entry_of_person ON guidance_entry (municipality, person, kind, day);
CREATE INDEX contact_of_person ON contact (municipality, person, initiator, channel, presence, day DESC, hseq DESC, role, kind, worker);
CREATE INDEX contact_that_puts_right ON contact (municipality, person) WHERE (supersedes_seq IS NOT NULL);
CREATE INDEX assignment_of_household ON assignment (municipality, household, hseq);
CREATE INDEX assignment_of_worker ON assignment (municipality, worker, from_day);
CREATE INDEX happening_of_person ON happening (municipality, experiment, pid, seq);
CREATE INDEX bank_entry_on_day ON bank_entry (municipality, booked_on);

-- ---------------------------------------------------------------- What may move forward, and what needs a look at other rows

CREATE TRIGGER household_head_forward BEFORE UPDATE ON household FOR EACH ROW
WHEN COALESCE(NEW.head_seq, 0) <= COALESCE(OLD.head_seq, 0)
BEGIN SELECT RAISE(ABORT, 'household_head_forward'); END;

CREATE TRIGGER experiment_head_forward BEFORE UPDATE ON experiment FOR EACH ROW
WHEN COALESCE(NEW.head_seq, 0) <= COALESCE(OLD.head_seq, 0)
BEGIN SELECT RAISE(ABORT, 'experiment_head_forward'); END;

CREATE TRIGGER draw_result_of_newest_commitment BEFORE INSERT ON draw_result FOR EACH ROW
WHEN EXISTS (SELECT 1 FROM commitment WHERE commitment.municipality = NEW.municipality
    AND commitment.experiment = NEW.experiment AND commitment.draw > NEW.draw)
BEGIN SELECT RAISE(ABORT, 'draw_result_of_newest_commitment'); END;

CREATE TRIGGER run_slice_forward BEFORE UPDATE ON run_slice FOR EACH ROW
WHEN NEW.municipality <> OLD.municipality OR NEW.run_id <> OLD.run_id OR NEW.slice <> OLD.slice
    OR NEW.first_household <> OLD.first_household OR NEW.last_household <> OLD.last_household
    OR NEW.households <> OLD.households OR OLD.done = 1 OR NEW.taken < OLD.taken OR NEW.taken > OLD.taken + 1
BEGIN SELECT RAISE(ABORT, 'run_slice_forward'); END;

CREATE TRIGGER event_after_anchor BEFORE INSERT ON event FOR EACH ROW
WHEN EXISTS (SELECT 1 FROM anchor WHERE anchor.municipality = NEW.municipality AND anchor.until >= NEW.recorded_at)
BEGIN SELECT RAISE(ABORT, 'event_after_anchor'); END;

CREATE TRIGGER contact_was_before BEFORE INSERT ON contact FOR EACH ROW
WHEN EXISTS (SELECT 1 FROM event WHERE event.municipality = NEW.municipality AND event.household = NEW.household
    AND event.hseq = NEW.hseq AND substr(event.recorded_at, 1, 10) < NEW.day)
BEGIN SELECT RAISE(ABORT, 'contact_was_before'); END;

CREATE TRIGGER decision_once BEFORE INSERT ON decision FOR EACH ROW
WHEN EXISTS (SELECT 1 FROM decision WHERE decision.municipality = NEW.municipality AND decision.household = NEW.household
    AND decision.month = NEW.month AND decision.version = NEW.version - 1 AND decision.input_digest = NEW.input_digest)
BEGIN SELECT RAISE(ABORT, 'decision_once'); END;

CREATE TRIGGER recovery_of_last_decision BEFORE INSERT ON recovery FOR EACH ROW
WHEN EXISTS (SELECT 1 FROM decision WHERE decision.municipality = NEW.municipality AND decision.household = NEW.household
    AND decision.month = NEW.month AND decision.version > NEW.version)
BEGIN SELECT RAISE(ABORT, 'recovery_of_last_decision'); END;

CREATE TRIGGER recovery_spares_dispute BEFORE INSERT ON recovery FOR EACH ROW
WHEN NEW.cents > 0 AND NEW.recovered_after > NEW.claim_cents - (SELECT SUM(dispute.cents) FROM dispute
    WHERE dispute.municipality = NEW.municipality AND dispute.household = NEW.household AND dispute.month = NEW.month
    AND NOT EXISTS (SELECT 1 FROM dispute_end WHERE dispute_end.municipality = dispute.municipality
        AND dispute_end.household = dispute.household AND dispute_end.dispute_seq = dispute.hseq))
BEGIN SELECT RAISE(ABORT, 'recovery_spares_dispute'); END;

CREATE TRIGGER recovery_within_ceiling BEFORE INSERT ON recovery FOR EACH ROW
WHEN NEW.source = 'withheld' AND NEW.cents > NEW.ceiling_cents - (SELECT COALESCE(SUM(recovery.cents), 0) FROM recovery
    WHERE recovery.municipality = NEW.municipality AND recovery.household = NEW.household
    AND recovery.source = 'withheld' AND substr(recovery.taken_on, 1, 7) = substr(NEW.taken_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'recovery_within_ceiling'); END;

CREATE TRIGGER verdict_of_newest_proposal BEFORE INSERT ON verdict FOR EACH ROW
WHEN NEW.outcome = 'approved' AND EXISTS (SELECT 1 FROM proposal WHERE proposal.municipality = NEW.municipality
    AND proposal.household = NEW.household AND proposal.month = NEW.month AND proposal.version = NEW.version
    AND proposal.hseq > NEW.proposal_seq)
BEGIN SELECT RAISE(ABORT, 'verdict_of_newest_proposal'); END;

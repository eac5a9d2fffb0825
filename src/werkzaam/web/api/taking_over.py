# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Takes over what employers delivered, after they had their answer: by the worker beside the server, or by a command.

What waits is kept until it is done, so a worker that stops in between loses nothing: the next one goes on. Doing it twice adds
nothing.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta

from django.db.models import Q

from werkzaam.app.employer.take_over import TakenOver, take_over
from werkzaam.core.errors import TimeWentBack, WerkzaamError
from werkzaam.store.errors import StoreError
from werkzaam.web.api.deliveries import unsealed
from werkzaam.web.api.models import Delivery
from werkzaam.web.site import site

LEASE = timedelta(minutes=15)
"""How long nobody else begins with what somebody is at work on; what could not be taken over is tried again after it."""
_log = logging.getLogger("werkzaam.audit")


def take_over_waiting() -> int:
    """Take over what waits, oldest first for each employer; gives how many deliveries were done.

    Raises StoreError when the ledger cannot be reached; the delivery then waits for the next look.
    """
    done = 0
    while (delivery := _next()) is not None:
        employer, mine = delivery.employer, Delivery.objects.filter(pk=delivery.pk)
        try:
            found = take_over(site().desk(employer.name), employer.name, delivery.number, unsealed(delivery))
        except StoreError:
            mine.update(leased_until=None)
            raise
        except TimeWentBack:  # Somebody recorded something meanwhile; the next look has a later moment.
            mine.update(leased_until=None)
            break
        except WerkzaamError as error:
            logging.getLogger(__name__).error("delivery %s waits: %s", delivery.pk, type(error).__name__)
            continue
        mine.update(waiting=None, leased_until=None)
        _note(delivery, found)
        done += 1
    return done


def _next() -> Delivery | None:
    """The oldest delivery of an employer that nobody is at work on, from now on ours."""
    now = datetime.now(UTC)
    waiting = Delivery.objects.filter(waiting__isnull=False, employer__municipality=site().town.id)
    busy = waiting.filter(leased_until__gt=now).values("employer")
    for one in waiting.exclude(employer__in=busy).order_by("employer", "number").only("pk", "employer", "number")[:10]:
        if waiting.filter(employer=one.employer_id, number__lt=one.number).exists():
            continue
        if waiting.filter(Q(leased_until=None) | Q(leased_until__lte=now), pk=one.pk).update(leased_until=now + LEASE):
            return Delivery.objects.select_related("employer").get(pk=one.pk)
    return None


def _note(delivery: Delivery, found: TakenOver) -> None:
    """One line for who watches the server: counts, and nobody's number."""
    _log.info(json.dumps({
        "action": "wages_taken_over", "about": "wage-delivery", "rows": delivery.rows, "new": found.new, "already": found.already,
        "asked": found.asked, "nobody": found.nobody,
    }))  # fmt: skip

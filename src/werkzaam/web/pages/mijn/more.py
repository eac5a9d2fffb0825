# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The other pages of the person: a stay abroad, a wish to learn, hopes, what they contributed, and a mark for the guidance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse

from werkzaam.app.casework.record import write
from werkzaam.app.letters.pdf import as_pdf
from werkzaam.app.portal.mijn_abroad import abroad_page, tell
from werkzaam.app.portal.mijn_contribution import contribution_of, statement, years_of
from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.casework.contribution import WHAT
from werkzaam.casework.education import decision_on
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.entry import Role as Capacity
from werkzaam.casework.goal_codes import GOALS
from werkzaam.casework.grades import EFFORT, HIGHEST, LOWEST
from werkzaam.casework.hopes import hope_of
from werkzaam.casework.language import SETTINGS
from werkzaam.casework.reading import text_of, withdrawn
from werkzaam.core.errors import InputError
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, NumberForm, Values, about_one, acted, entered, options, receipt_of
from werkzaam.web.pages.mijn.contact import words_field
from werkzaam.web.pages.mijn.mandates import SELF
from werkzaam.web.visit import Visit

EDUCATION = ("taal", "cursus", "opleiding")


@door(OWN_READERS)
def more(visit: Visit) -> HttpResponse:
    """Where the other pages are."""
    return visit.page("mijn/more.html")


class AbroadForm(PlainForm):
    """From when until when, and how to be reached."""

    words = "mijn_abroad"
    first = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    reach = forms.CharField(required=False, max_length=200)


def _tell(visit: Visit, sent: Values) -> int | None:
    own = own_of(visit.desk, visit.person)
    return tell(visit.desk, own, sent["first"], sent["last"], reach=sent["reach"], once=sent.get("once") or "").seq


ABROAD = (
    Act("abroad", AbroadForm, _tell),
    Act("abroad_off", NumberForm, entered(
        Kind.WITHDRAWN, lambda visit, sent: {
            "about": about_one(visit, sent, Kind.ABROAD), "because": visit.say("mijn_abroad_off_said")})),
)  # fmt: skip


@door(OWN_READERS, methods=("GET", "POST"), purpose="buitenland")
def abroad(visit: Visit) -> HttpResponse:
    """How long is free, what was told, and the form."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        values = {"found": abroad_page(own_of(visit.desk, visit.person)), "forms": made, "receipt": receipt_of(visit, ABROAD)}
        return visit.page("mijn/abroad.html", values, status=status)

    return acted(visit, ABROAD, show, "abroad")


class WishForm(PlainForm):
    """What somebody wants to learn, what for, and for a language how many hours and where."""

    words = "mijn_wish"
    what = forms.ChoiceField(widget=forms.RadioSelect)
    name = forms.CharField(max_length=200)
    goal = forms.ChoiceField(required=False)
    hours = forms.IntegerField(required=False, min_value=1, max_value=40)
    setting = forms.ChoiceField(required=False)
    note = words_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        goals = [code for code in GOALS if code not in ("werk_houden", "betaald_werk")]
        nothing = ("", visit.say("mijn_wish_nothing"))
        self.fields["what"].choices = options(visit, "mijn_wish", EDUCATION)  # type: ignore[attr-defined]
        self.fields["goal"].choices = [nothing, *options(visit, "mijn_area", goals)]  # type: ignore[attr-defined]
        self.fields["setting"].choices = [nothing, *options(visit, "mijn_setting", SETTINGS)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A language has its hours and its place; when somebody does not know yet, a start of ours is filled in."""
        sent = super().clean() or {}
        if sent.get("what") == "taal":
            sent["hours"], sent["setting"] = sent.get("hours") or 4, sent.get("setting") or "school"
        else:
            sent["hours"], sent["setting"] = None, ""
        return sent


def _wish(_: Visit, sent: Values) -> dict[str, object]:
    return {name: sent[name] for name in ("what", "name", "goal", "hours", "setting", "note")}


EDUCATE = (Act("wish", WishForm, entered(Kind.REQUEST, _wish)),)


@door(OWN_READERS, methods=("GET", "POST"), purpose="leren")
def education(visit: Visit) -> HttpResponse:
    """Wishes with where they stand, and the form."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        own = own_of(visit.desk, visit.person)
        rows = [_asked(visit, one, decision_on(own.dossier, one)) for one in own.dossier.of(Kind.REQUEST)[::-1]
                if not withdrawn(own.dossier, one)]  # fmt: skip
        return visit.page(
            "mijn/education.html", {"rows": rows, "forms": made, "receipt": receipt_of(visit, EDUCATE)}, status=status
        )

    return acted(visit, EDUCATE, show, "education")


def _asked(visit: Visit, one: Entry, decided: Entry | None) -> dict[str, object]:
    """A wish with where it stands and why."""
    state = text_of(decided, "decision") if decided is not None else "waits"
    return {"one": one, "state": visit.say(f"mijn_wish_{state}"), "reason": text_of(decided, "reason") if decided else ""}


class HopeForm(PlainForm):
    """Hopes over five years, for oneself unless one shares them."""

    words = "mijn_hope"
    text = words_field(required=True)
    shared = forms.BooleanField(required=False)


def _hope(visit: Visit, sent: Values) -> int | None:
    """What was written before goes out of every dossier: only the newest is read by whom it is shared with."""
    before = hope_of(own_of(visit.desk, visit.person).dossier)
    raw = {"text": sent["text"], "shared": "ja" if sent["shared"] else "nee"}
    return write(visit.desk, visit.person, Kind.HOPE, raw, role=Capacity.CLIENT, replaces=before.seq if before else None,
                 once=sent.get("once") or "").seq  # fmt: skip


def _no_hope(visit: Visit, sent: Values) -> int | None:
    """Taken away: first nobody else reads it any more, then it does not stand any more."""
    hope = hope_of(own_of(visit.desk, visit.person).dossier)
    if hope is None or hope.seq != sent["about"]:
        return None
    raw = {"text": str(hope.body["text"]), "shared": "nee"}
    alone = write(visit.desk, visit.person, Kind.HOPE, raw, role=Capacity.CLIENT, replaces=hope.seq).seq
    because = {"about": alone, "because": visit.say("mijn_let_go_said")}
    return write(visit.desk, visit.person, Kind.WITHDRAWN, because, role=Capacity.CLIENT).seq


HOPES = (Act("hope", HopeForm, _hope), Act("hope_off", NumberForm, _no_hope))


@door(SELF, methods=("GET", "POST"))
def hopes(visit: Visit) -> HttpResponse:
    """What somebody hopes for; nobody else opens this page."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        hope = hope_of(own_of(visit.desk, visit.person).dossier)
        return visit.page("mijn/hopes.html", {"hope": hope, "forms": made, "receipt": receipt_of(visit, HOPES)}, status=status)

    return acted(visit, HOPES, show, "hopes")


class ContributionForm(PlainForm):
    """So many hours of something in a year."""

    words = "mijn_contribution"
    what = forms.ChoiceField(widget=forms.RadioSelect)
    hours = forms.IntegerField(min_value=1, max_value=8784)
    year = forms.IntegerField(min_value=2000, max_value=2100)
    where = forms.CharField(required=False, max_length=200)

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["what"].choices = options(visit, "mijn_contribution", WHAT)  # type: ignore[attr-defined]
        self.fields["year"].initial = visit.today.year


CONTRIBUTIONS = (
    Act("contribution", ContributionForm, entered(
        Kind.CONTRIBUTION, lambda _, sent: {name: sent[name] for name in ("what", "hours", "year", "where")})),
    Act("contribution_off", NumberForm, entered(
        Kind.WITHDRAWN, lambda visit, sent: {
            "about": about_one(visit, sent, Kind.CONTRIBUTION), "because": visit.say("mijn_let_go_said")})),
)  # fmt: skip


@door(OWN_READERS, methods=("GET", "POST"), purpose="bijdrage")
def contribution(visit: Visit) -> HttpResponse:
    """Each year with its hours, and the form."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        own = own_of(visit.desk, visit.person)
        years = []
        for year in years_of(own):
            found = contribution_of(own, year)
            years.append({
                "found": found,
                "totals": [(visit.say(f"mijn_contribution_{what}"), hours) for what, hours in found.totals.items()],
                "told": [(one, visit.say(f"mijn_contribution_{one.body['what']}")) for one in found.told],
            })  # fmt: skip
        values = {"years": years, "forms": made, "receipt": receipt_of(visit, CONTRIBUTIONS)}
        return visit.page("mijn/contribution.html", values, status=status)

    return acted(visit, CONTRIBUTIONS, show, "contribution")


@door(OWN_READERS, purpose="bijdrage")
def contribution_file(visit: Visit, year: int) -> HttpResponse:
    """The statement of a year as PDF."""
    try:
        made = statement(own_of(visit.desk, visit.person), year, visit.lang)
    except InputError as error:
        raise Http404 from error
    answer = HttpResponse(as_pdf(made), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="bijdrage-{year}.pdf"'
    return answer


class GradeForm(PlainForm):
    """A mark from 1 to 10."""

    words = "mijn_grade"
    grade = forms.IntegerField(min_value=LOWEST, max_value=HIGHEST)


GRADES = (Act("grade", GradeForm, entered(Kind.GRADE, lambda _, sent: {"grade": sent["grade"], "subject": EFFORT})),)


@door(SELF, methods=("GET", "POST"))
def grade(visit: Visit) -> HttpResponse:
    """A mark for the case manager's effort."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        last = own_of(visit.desk, visit.person).dossier.last(Kind.GRADE)
        return visit.page("mijn/grade.html", {"last": last, "forms": made, "receipt": receipt_of(visit, GRADES)}, status=status)

    return acted(visit, GRADES, show, "grade")

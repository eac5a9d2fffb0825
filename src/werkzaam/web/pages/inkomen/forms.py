# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What an income officer fills in: a reason always, and what the law asks beside it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from werkzaam.app.exchange.delivered import opened
from werkzaam.casework.reports import OUTCOMES
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.web.forms import EuroField, PlainForm
from werkzaam.web.jobs.models import Kind
from werkzaam.web.visit import Visit
from werkzaam.web.words import say

LONGEST = 1000
"""Characters of a reason."""


def reason_field() -> forms.CharField:
    """A sentence that the person may read."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=LONGEST)


class ReasonForm(PlainForm):
    """Why."""

    words = "inkomen"
    reason = reason_field()


class AnswerForm(PlainForm):
    """Yes or no, with a reason; with a yes to a claim what came of the check of the protected earnings."""

    words = "inkomen"
    answer = forms.ChoiceField(widget=forms.RadioSelect, choices=())
    reason = reason_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["answer"].choices = [(one, visit.say(f"{self.words}_{one}")) for one in self.choices]  # type: ignore[attr-defined]

    choices: tuple[str, ...] = ("approve", "reject")


class ClaimForm(AnswerForm):
    """About money that would be asked back."""

    protected = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """An approval says what came of the check."""
        found = super().clean() or {}
        if found.get("answer") == "approve" and not (found.get("protected") or "").strip():
            self.add_error("protected", say("inkomen_protected_missing", self.lang))
        return found


class DisputeForm(AnswerForm):
    """What came of a dispute."""

    choices = ("upheld", "dismissed", "withdrawn")


class ReportForm(AnswerForm):
    """What is said to who reported that something is wrong."""

    words = "inkomen_report"
    choices = OUTCOMES


class MonthField(forms.CharField):
    """A month, as a browser's month field or a person writes it: 2019-05."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"type": "month", "maxlength": 7, "placeholder": "2019-05"}), **named)

    def to_python(self, value: Any) -> Any:
        """The month; raises ValidationError for another text."""
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            return Month.parse(text)
        except InputError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    default_error_messages = {"invalid": "2019-05"}  # noqa: RUF012 - as Django asks for it.


RECEIVED, TAKE_BACK = "received", "take_back"
"""What can be done with money that came in, and with a wage that its employer says was not earned."""


class ItemForm(PlainForm):
    """What to do with a task, and with `act` something else too; of money that came in also: whose claim it pays."""

    words = "inkomen_item"
    act = forms.ChoiceField(widget=forms.RadioSelect, choices=())
    household = forms.CharField(max_length=15, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    month = MonthField(required=False)
    reason = reason_field()

    def __init__(self, visit: Visit, act: str, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        acts = ("take", act, "close") if act else ("take", "close")
        self.fields["act"].choices = [(one, visit.say(f"inkomen_item_{one}")) for one in acts]  # type: ignore[attr-defined]
        if act != RECEIVED:
            del self.fields["household"], self.fields["month"]


class PlainConfirm(PlainForm):
    """Nothing but a button."""

    words = "inkomen"


class MonthForm(PlainForm):
    """Which month."""

    words = "inkomen"
    month = MonthField()


class FindForm(PlainForm):
    """The number of a household, or letters of a name."""

    words = "inkomen"
    wanted = forms.CharField(max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}))


def day_field(*, required: bool = True) -> forms.DateField:
    """A day, by the browser's own field, or typed as 2019-05-20."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=required)


class WageForm(PlainForm):
    """A wage that was not known yet: whose, of which job, over which days, paid when, and how much."""

    words = "inkomen_wage"
    person = forms.ChoiceField()
    job = forms.CharField(max_length=100)
    worked_from = day_field()
    worked_to = day_field()
    paid_on = day_field()
    net = EuroField()
    source = forms.CharField(max_length=100)

    def __init__(self, visit: Visit, names: dict[str, int], *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["person"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]


FILES = (Kind.WAGES, Kind.STATEMENT, Kind.REFUSALS)
MOST_BYTES = 30 << 20
"""Bytes of a file that is sent by a page; a larger one is read at the command."""


class UploadForm(PlainForm):
    """A file of wages or of the bank; what it cannot be is said at once."""

    words = "inkomen_upload"
    what = forms.ChoiceField(widget=forms.RadioSelect, choices=())
    file = forms.FileField()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["what"].choices = [(one.value, visit.say(f"inkomen_upload_{one.value}")) for one in FILES]  # type: ignore[attr-defined]
        self.given, self.suffix = b"", ""

    def clean(self) -> dict[str, Any]:
        """The bytes of the file in `given`, when it can be what was chosen."""
        found = super().clean() or {}
        if "file" in found:
            wrong = self._wrong(found["file"], found.get("what", ""))
            if wrong:
                self.add_error("file", say(wrong, self.lang))
        return found

    def _wrong(self, file: UploadedFile, what: str) -> str:
        """Why a file cannot be read, as the key of a text."""
        self.suffix = PurePath(file.name or "").suffix.lower()
        if self.suffix not in ((".csv", ".xml") if what == Kind.WAGES else (".xml",)):
            return "inkomen_upload_type" if what == Kind.WAGES else "inkomen_upload_type_bank"
        if (file.size or 0) > MOST_BYTES:
            return "inkomen_upload_size"
        self.given = file.read()
        try:
            with opened(self.given, MOST_BYTES):
                self.given.decode("utf-8")
        except UnicodeDecodeError:
            return "" if self.suffix == ".xml" else "inkomen_upload_encoding"  # XML names its own encoding.
        except InputError:
            return "inkomen_upload_kind"
        return ""

"""The form of the consent page."""

from __future__ import annotations

from typing import Any

from django import forms

from memories import limits, projects
from memories.errors import ValidationError

ALL, SOME = "all", "some"
PROJECTS_MAX = 50


def _is_name(project: str) -> bool:
    try:
        return bool(projects.validated(project))
    except ValidationError:
        return False


class ConsentForm(forms.Form):
    """What a person allows a client.

    Args:
        known: projects to choose from by ticking; others can be typed.
        may_write: whether the client asks to write and the person may allow it.
    """

    reach = forms.ChoiceField(
        choices=[(ALL, "All projects, also those of the future"), (SOME, "Only these projects:")],
        widget=forms.RadioSelect,
        initial=ALL,
        label="Projects",
    )
    ticked = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, label="Projects")
    typed = forms.CharField(
        required=False,
        max_length=PROJECTS_MAX * (limits.PROJECT_MAX_CHARACTERS + 2),
        label="Other projects",
        help_text="One per line.",
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false", "autocapitalize": "off"}),
    )
    may_write = forms.BooleanField(required=False, initial=True, label="Store new memories, change and delete them")

    def __init__(self, *args: Any, known: list[str], may_write: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ticked = self.fields["ticked"]
        assert isinstance(ticked, forms.MultipleChoiceField)
        # A ticked one may meanwhile be no longer among the known; a typed one need not be.
        data: Any = self.data
        names = [name for name in data.getlist("ticked") if _is_name(name)] if self.is_bound else []
        ticked.choices = [(name, name) for name in dict.fromkeys((*known, *names))]
        if not known:
            self.fields["typed"].label = "Projects"
        if not may_write:
            del self.fields["may_write"]

    def clean_typed(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["typed"].splitlines() if line.strip()]
        try:
            return [projects.validated(name) for name in names]
        except ValidationError as error:
            raise forms.ValidationError(error.message) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("reach") != SOME:
            return {**cleaned, "projects": []}
        names = list(dict.fromkeys((*cleaned.get("ticked", []), *cleaned.get("typed", []))))
        if not names and not self.errors:
            self.add_error("reach", "Choose at least one project, or all of them.")
        if len(names) > PROJECTS_MAX:
            self.add_error("reach", f"Choose at most {PROJECTS_MAX} projects, or all of them.")
        return {**cleaned, "projects": names}

"""The forms for tags, the only field that curators can edit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

from memories import limits, validation
from memories.errors import StorageError
from memories.models import Memory

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Memory]
else:
    ModelForm = forms.ModelForm

_SEPARATORS = re.compile(r"[,\s]+")


class TagsField(forms.CharField):
    """Tags separated by commas or blanks, validated like stored tags."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 60, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return [tag for tag in _SEPARATORS.split(value or "") if tag]

    def clean(self, value: Any) -> list[str]:
        tags = self.to_python(value)
        if self.required and not tags:
            raise forms.ValidationError("Enter at least one tag.", code="required")
        try:
            return validation.tags(tags)
        except StorageError as error:
            raise forms.ValidationError(error.message) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(list(initial or []) != self.to_python(data))


class TagsForm(ModelForm):
    """Edits the tags of a memory, the only field that can be changed."""

    tags = TagsField(
        required=False,
        help_text=f"At most {limits.TAGS_MAX} tags of letters A-Z and a-z, digits and dashes, separated by commas.",
    )

    class Meta:
        model = Memory
        fields = ("tags",)


class TagOperationForm(forms.Form):
    """Renames, merges or removes tags."""

    operation = forms.ChoiceField(
        choices=[("replace", "Rename them, or merge them into one"), ("remove", "Remove them")],
        widget=forms.RadioSelect,
        initial="replace",
    )
    old = TagsField(label="Tags", widget=forms.TextInput(attrs={"size": 50, "list": "known-tags"}))
    new = TagsField(label="New name", required=False, widget=forms.TextInput(attrs={"size": 50, "list": "known-tags"}))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        old, new = cleaned.get("old"), cleaned.get("new")
        if cleaned.get("operation") == "replace" and old is not None and new is not None:
            if len(new) != 1:
                self.add_error("new", "Enter exactly one tag as the new name.")
            elif not set(old) - set(new):
                self.add_error("new", "The new name is the same as the old one.")
        return cleaned

    def tags(self) -> tuple[list[str], str | None]:
        """Return the tags to replace and the new tag, or None to remove them."""
        old: list[str] = self.cleaned_data["old"]
        if self.cleaned_data["operation"] == "remove":
            return old, None
        new: str = self.cleaned_data["new"][0]
        return [tag for tag in old if tag != new], new

"""The admin of bearer tokens: create one, which is shown once, see when each was used, revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from mcp_server import tokens
from mcp_server.models import AccessToken
from memories import limits, projects
from memories.errors import StorageError

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[AccessToken]
    ModelForm = forms.ModelForm[AccessToken]
else:
    Admin, ModelForm = admin.ModelAdmin, forms.ModelForm

DAYS_MAX = 36_500


class TokenForm(ModelForm):
    """What a new token may do."""

    name = forms.CharField(
        max_length=limits.TOKEN_NAME_MAX_CHARACTERS,
        help_text="Who will use it, such as laptop-of-ada. Logs, rate limits and “stored by” show it.",
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off", "spellcheck": "false"}),
    )
    projects = forms.CharField(
        required=False,
        help_text="One per line, the token's own first. It gives access to these and the memories of no project only. "
        "Empty: all projects.",
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60, "spellcheck": "false"}),
    )
    days = forms.IntegerField(
        label="Expires after days", required=False, min_value=1, max_value=DAYS_MAX, help_text="Empty: never."
    )

    class Meta:
        model = AccessToken
        fields = ("name", "projects", "is_read_only", "days")
        labels = {"is_read_only": "Read-only"}
        help_texts = {"is_read_only": "Offers only tools that change nothing."}

    def clean_name(self) -> str:
        name = _checked(tokens.validated_name, self.cleaned_data["name"])
        if AccessToken.objects.filter(name=name, revoked_at=None).exists():
            raise ValidationError("A token of this name is not revoked yet.")
        return name

    def clean_projects(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["projects"].splitlines()]
        return [_checked(projects.validated, line) for line in lines if line]


def _checked(rule: Any, value: str) -> str:
    try:
        return str(rule(value))
    except StorageError as error:
        raise ValidationError(error.message) from None


@admin.register(AccessToken)
class AccessTokenAdmin(Admin):
    """Tokens are created and revoked, never edited; a revoked one stays, as a record."""

    form = TokenForm
    list_display = ("name", "state", "access", "confined_to", "last_used_at", "expires_at", "created_at", "creator")
    list_per_page = 50
    empty_value_display = "never"
    search_fields = ("name",)
    search_help_text = "A part of the name."
    ordering = ("-created_at",)
    actions = ("revoke_selected",)
    actions_on_bottom = True  # otherwise Django adds an inline style, which our content security policy blocks
    readonly_fields = ("state", "access", "confined_to", "created_at", "creator", "expires_at", "last_used_at")

    def get_fields(self, request: HttpRequest, obj: AccessToken | None = None) -> Any:
        return TokenForm.Meta.fields if obj is None else ("name", *self.readonly_fields)

    def has_change_permission(self, request: HttpRequest, obj: AccessToken | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AccessToken | None = None) -> bool:
        return False

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("mcp_server.delete_accesstoken"))

    @admin.display(description="state")
    def state(self, token: AccessToken) -> str:
        return token.state

    @admin.display(description="created by", ordering="created_by")
    def creator(self, token: AccessToken) -> str:
        return token.created_by or "a command"

    @admin.display(description="access", ordering="is_read_only")
    def access(self, token: AccessToken) -> str:
        return "read" if token.is_read_only else "read and write"

    @admin.display(description="projects")
    def confined_to(self, token: AccessToken) -> SafeString | str:
        return (
            format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in token.projects)) if token.projects else "all"
        )

    # Creating

    def save_model(self, request: HttpRequest, obj: AccessToken, form: TokenForm, change: bool) -> None:
        given = form.cleaned_data
        saved = tokens.create(
            given["name"],
            given["projects"],
            is_read_only=given["is_read_only"],
            days=given["days"],
            created_by=request.user.get_username(),
        )
        obj.__dict__.update(saved.__dict__)

    def response_add(self, request: HttpRequest, obj: AccessToken, post_url_continue: Any = None) -> HttpResponse:
        """Show the token, this once."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "The token",
            "token": obj,
        }
        return TemplateResponse(request, "admin/mcp_server/accesstoken/created.html", context)  # never cached

    # Revoking

    @admin.action(description="Revoke the selected tokens", permissions=["revoke"])
    def revoke_selected(self, request: HttpRequest, queryset: Any) -> None:
        self._revoke(request, list(queryset.filter(revoked_at=None)))

    def _revoke(self, request: HttpRequest, valid: list[AccessToken]) -> None:
        for token in valid:
            if AccessToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
                self.log_change(request, token, "Revoked.")
        if not valid:
            messages.warning(request, "There was nothing to revoke.")
            return
        names = ", ".join(token.name for token in valid)
        messages.success(
            request,
            f"Revoked: {names}. Servers refuse it within a second."
            if len(valid) == 1
            else f"Revoked: {names}. Servers refuse them within a second.",
        )

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(self._revoke_one)
        return [path("<int:pk>/revoke/", view, name="mcp_server_accesstoken_revoke"), *super().get_urls()]

    @method_decorator(require_POST)
    def _revoke_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_revoke_permission(request):
            return HttpResponse("You may not revoke tokens.\n", "text/plain", status=403)
        self._revoke(request, list(AccessToken.objects.filter(pk=pk, revoked_at=None)))
        return HttpResponseRedirect(reverse("admin:mcp_server_accesstoken_changelist"))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"may_revoke": self.has_revoke_permission(request), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

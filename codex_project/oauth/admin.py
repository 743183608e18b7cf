"""Connected clients in the admin: who allowed which client what. Deleting one revokes its tokens.

Everybody in the admin sees and ends what they allowed themselves; with the permission to view or delete connected
clients, also what others allowed. The toolkit's own pages, which could change tokens and scopes, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from oauth2_provider.models import AccessToken, Application, Grant, IDToken, RefreshToken

from codex_project.oauth import clients, people
from codex_project.oauth.models import Consent
from memories.admin.projects import link

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Consent]
else:
    Admin = admin.ModelAdmin

VIEW, DELETE = "codex_oauth.view_consent", "codex_oauth.delete_consent"


class ConsentAdmin(Admin):
    list_display = ("client", "person", "allowed_to", "in_projects", "created_at", "last_used_at")
    list_display_links = ("client",)
    list_select_related = ("user", "application")
    list_per_page = 50
    list_max_show_all = 0
    ordering = ("-created_at",)
    search_fields = ("client_name", "user__username")
    fields = ("client", "person", "identified", "sent_to", "allowed_to", "in_projects", "created_at", "last_used_at")
    readonly_fields = fields
    actions_on_bottom = True  # otherwise Django adds an inline style, which our content security policy blocks

    def get_queryset(self, request: HttpRequest) -> QuerySet[Consent]:
        current = super().get_queryset(request).filter(ended_at=None, redeemed_at__isnull=False)
        return current if request.user.has_perm(VIEW) else current.filter(user=request.user.pk)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if "delete_selected" in actions:
            actions["delete_selected"] = (*actions["delete_selected"][:2], "Disconnect selected clients")
        return actions

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return request.user.has_perm(VIEW) or (people.may_read(request.user) and self._is_own(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return request.user.has_perm(DELETE) or (people.may_read(request.user) and self._is_own(request, obj))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    @staticmethod
    def _is_own(request: HttpRequest, consent: Consent | None) -> bool:
        return consent is None or consent.user_id == request.user.pk

    def delete_model(self, request: HttpRequest, obj: Consent) -> None:
        obj.end()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Consent]) -> None:
        for consent in queryset:
            consent.end()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Connected clients", **(extra_context or {})})

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().delete_view(request, object_id, {"title": "Disconnect a client", **(extra_context or {})})

    @admin.display(description="person", ordering="user__username")
    def person(self, consent: Consent) -> str:
        return consent.user.get_username()

    @admin.display(description="client", ordering="client_name")
    def client(self, consent: Consent) -> SafeString:
        return format_html("<bdi>{}</bdi>", consent.client_name)

    @admin.display(description="how it identified itself")
    def identified(self, consent: Consent) -> str:
        if clients.is_document(consent.application):
            return f"by the document {consent.application.client_id}"
        return f"it registered itself on {consent.application.created:%d %B %Y} as {consent.application.client_id}"

    @admin.display(description="codes are sent to")
    def sent_to(self, consent: Consent) -> SafeString:
        addresses = consent.application.redirect_uris.split()
        return format_html_join(", ", "<code>{}</code>", ((address,) for address in addresses))

    @admin.display(description="may")
    def allowed_to(self, consent: Consent) -> str:
        return "read, store, change and delete" if consent.may_write else "read"

    @admin.display(description="in")
    def in_projects(self, consent: Consent) -> SafeString:
        if not consent.projects:
            return format_html("{}", "all projects")
        return format_html_join(", ", "{}", ((link(project),) for project in consent.projects))


for model in (AccessToken, Application, Grant, IDToken, RefreshToken):
    if admin.site.is_registered(model):
        admin.site.unregister(model)
admin.site.register(Consent, ConsentAdmin)

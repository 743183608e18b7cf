"""The curators' site: Django's admin with statistics on its front page and a rate-limited log-in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


class CuratorsSite(admin.AdminSite):
    site_title = "Codex Memory"
    site_header = "Codex Memory"
    index_title = "What agents remember"
    site_url = None  # no "View site" link

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        # Django imports this module while it loads its applications, before models exist.
        from codex_project import front_page

        figures = front_page.figures(request)
        return super().index(request, {"figures": figures, **(extra_context or {})})

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        from codex_project import login

        self.login_form = login.LimitedAuthenticationForm
        response = super().login(request, extra_context)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if form is not None and form.has_error("__all__", login.LIMITED):
            response.status_code = 429
        return response

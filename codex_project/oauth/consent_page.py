"""The authorization endpoint: a page on which a person of the admin allows a client to use memories, or refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from oauth2_provider.exceptions import OAuthToolkitError
from oauth2_provider.models import Application
from oauth2_provider.views.base import BaseAuthorizationView
from oauthlib.oauth2.rfc6749.errors import CustomOAuth2Error

from codex_project import content_security
from codex_project.oauth import clients, people, resources
from codex_project.oauth.forms import ConsentForm
from codex_project.oauth.provider import READ, WRITE
from codex_project.oauth.requests import well_formed
from memories.admin import counters

FORBIDDEN = "Your account may not read memories, so it cannot allow anybody else to. Ask an administrator."
# What oauthlib says is for developers. These are for the person who sees the page.
REASONS = {
    "InvalidClientIdError": "This server does not know the program that sent you here. Remove the connection there,"
    " and connect again.",
    "MismatchingRedirectURIError": "The program that sent you here wants the answer at an address that it did not"
    " register.",
}


@dataclass(frozen=True)
class Asked:
    """A valid authorization request.

    Args:
        wants_to_write: whether it asks for more than reading.
    """

    application: Application
    credentials: dict[str, Any]
    wants_to_write: bool

    @property
    def redirect_uri(self) -> str:
        return str(self.credentials["redirect_uri"])

    def shown(self) -> dict[str, Any]:
        """What the page shows of the client."""
        url = urlsplit(self.redirect_uri)
        return {
            "name": clients.name_of(self.application),
            "document": self.application.client_id if clients.is_document(self.application) else "",
            "sent_to": self.redirect_uri,
            "is_local": url.scheme == "http",
            "host": url.hostname if url.scheme == "https" else "",
        }


@method_decorator(never_cache, name="dispatch")
@method_decorator(well_formed, name="dispatch")
class ConsentView(BaseAuthorizationView):
    """Asks each time: no earlier consent, and nothing in the request, skips the page.

    Both methods read the request from the address, so the form has only what the person chose.
    """

    http_method_names = ["get", "post", "head", "options"]

    def handle_no_permission(self) -> HttpResponseBase:
        return redirect_to_login(self.request.get_full_path(), reverse("admin:login"))

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self._respond(request)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        return self._respond(request)

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        if not people.may_read(request.user):
            return self._refused(FORBIDDEN, 403)
        asked = None
        try:
            asked = self._asked(request)
            if request.method == "POST" and request.POST.get("answer") == "deny":
                return self._answer(request, asked, allow=False)
            can_write = asked.wants_to_write and people.may_write(request.user)
            form = ConsentForm(
                request.POST if request.method == "POST" else None,
                known=[name for name in counters.choices().projects if name],
                may_write=can_write,
            )
            if request.method == "POST" and request.POST.get("answer") == "allow" and form.is_valid():
                return self._answer(request, asked, allow=True, chosen=form.cleaned_data)
        except OAuthToolkitError as error:
            refusal: HttpResponseBase = self.error_response(error, asked and asked.application)
            return refusal
        return self._page(request, asked, form)

    def _asked(self, request: HttpRequest) -> Asked:
        scopes, credentials = self.validate_authorization_request(request)
        named = request.GET.getlist("resource")
        if not resources.are_ours(named):
            raise _error(credentials, "invalid_target", f"The resource must be {resources.address(request)}.")
        if credentials.get("code_challenge_method") != "S256":
            raise _error(credentials, "invalid_request", "PKCE with the method S256 is required.")
        names = ("client_id", "redirect_uri", "response_type", "state", "code_challenge", "code_challenge_method")
        return Asked(
            Application.objects.get(client_id=credentials["client_id"]),
            {**{name: credentials.get(name) for name in names}, "resource": named},
            WRITE in scopes,
        )

    def _answer(
        self, request: HttpRequest, asked: Asked, *, allow: bool, chosen: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Send the person back to the client, with a code or with the refusal."""
        chosen = chosen or {}
        scope = f"{READ} {WRITE}" if chosen.get("may_write") else READ
        credentials = {**asked.credentials, "projects": chosen.get("projects", [])}
        address, _, _, _ = self.create_authorization_response(request, scope, credentials, allow)
        response: HttpResponseBase = self.redirect(address, asked.application)
        return response

    def _page(self, request: HttpRequest, asked: Asked, form: ConsentForm) -> HttpResponseBase:
        context = {
            **self._admin_context("Connect a client"),
            "asked": asked.shown(),
            "form": form,
            "wants_to_write": asked.wants_to_write,
            "can_write": "may_write" in form.fields,
        }
        status = 400 if form.errors else 200
        response = TemplateResponse(request, "oauth/consent.html", context, status=status)
        response.headers["Content-Security-Policy"] = _policy(asked.redirect_uri)
        return response

    def error_response(self, error: OAuthToolkitError, application: Any, **kwargs: Any) -> HttpResponseBase:
        """Tell the client of an error, or the person if the client must not be told.

        Browsers do not follow a redirect to another site when it comes after the log-in form, whose page allows this
        site only (`form-action`). So the page after the log-in leads on by itself.
        """
        response: HttpResponseBase = super().error_response(error, application, **kwargs)
        came_from = urlsplit(self.request.headers.get("Referer", "")).path
        if response.status_code != 302 or came_from != reverse("admin:login"):
            return response
        page = self._refused(f"What the client asks for is not possible: {error.oauthlib_error.error}.", 200)
        page.headers["Refresh"] = f"0; url={response.headers['Location']}"
        return page

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponseBase:
        """Show an error that must not be sent to an address that nobody has registered (RFC 6749, section 4.1.2.1)."""
        error = context["error"]
        why = REASONS.get(type(error).__name__) or f"{error.description or error.error}".rstrip(".") + "."
        return self._refused(why, kwargs["status"])

    def _refused(self, why: str, status: int) -> HttpResponseBase:
        context = {**self._admin_context("This client cannot be connected"), "why": why}
        return TemplateResponse(self.request, "oauth/refused.html", context, status=status)

    def _admin_context(self, title: str) -> dict[str, Any]:
        return {**admin.site.each_context(self.request), "title": title, "is_nav_sidebar_enabled": False}


def _error(credentials: dict[str, Any], code: str, description: str) -> OAuthToolkitError:
    error = CustomOAuth2Error(code, description=description, state=credentials.get("state"))
    return OAuthToolkitError(error, redirect_uri=credentials["redirect_uri"])


def _policy(redirect_uri: str) -> str:
    """Return the policy of a page whose form leads to another site.

    Browsers apply form-action to every redirect after a form, including those that the client's site makes; so the
    scheme is allowed, not the host.
    """
    scheme = urlsplit(redirect_uri).scheme
    targets = "https: http:" if scheme in ("https", "http") else f"{scheme}:"
    return content_security.POLICY.replace("form-action 'self'", f"form-action 'self' {targets}")

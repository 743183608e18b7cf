"""The endpoints that programs call: registration, tokens, revocation and the documents that describe them."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django_ratelimit.core import get_usage  # type: ignore[import-untyped]
from oauth2_provider.views import RevokeTokenView, TokenView

from codex_project import resource_metadata
from codex_project.oauth import clients
from codex_project.oauth.provider import SCOPES
from codex_project.oauth.requests import well_formed

REGISTRATIONS_PER_ADDRESS = "20/h"
METADATA_MAX_BYTES = 16_384
BUSY = "Too many clients have registered here without being used. Try again in an hour."


def _refusal(error: str, description: str, status: int = 400) -> JsonResponse:
    return JsonResponse({"error": error, "error_description": description}, status=status)


@method_decorator(csrf_exempt, name="dispatch")  # no cookie counts here
class RegistrationView(View):
    """Dynamic client registration (RFC 7591). Every client becomes a public one.

    The toolkit's view also hands out tokens to change the registration later (RFC 7592), which never expire.
    """

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        usage = get_usage(request, group="oauth-register", key="ip", rate=REGISTRATIONS_PER_ADDRESS, increment=True)
        if usage["should_limit"]:
            wait = max(usage["time_left"], 1)
            refusal = _refusal("too_many_requests", f"Too many registrations. Try again in {wait} seconds.", 429)
            refusal.headers["Retry-After"] = str(wait)
            return refusal
        metadata = _json_object(request)
        if metadata is None:
            return _refusal("invalid_client_metadata", f"Send a JSON object of at most {METADATA_MAX_BYTES:,} bytes.")
        if not clients.have_room():
            return _refusal("temporarily_unavailable", BUSY, 429)
        try:
            client = clients.register(metadata)
        except clients.MetadataError as error:
            return _refusal(error.code, str(error))
        response = JsonResponse(_registered(client), status=201)
        response.headers["Cache-Control"] = "no-store"
        return response


def _json_object(request: HttpRequest) -> dict[str, Any] | None:
    if int(request.META.get("CONTENT_LENGTH") or 0) > METADATA_MAX_BYTES:
        return None
    try:
        # What PostgreSQL cannot store fails here.
        metadata = json.loads(request.body)
        json.dumps(metadata, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return metadata if isinstance(metadata, dict) else None


def _registered(client: Any) -> dict[str, Any]:
    return {
        "client_id": client.client_id,
        "client_id_issued_at": int(client.created.timestamp()),
        **({"client_name": client.name} if client.name else {}),
        "redirect_uris": client.redirect_uris.split(),
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
        "scope": " ".join(SCOPES),
    }


def _as_json(response: HttpResponse) -> HttpResponse:
    """Label a response as what it is. The toolkit calls some errors, which repeat parameters, HTML."""
    response.headers["Content-Type"] = "application/json"
    response.headers["Cache-Control"] = "no-store"
    return response


@method_decorator(well_formed, name="dispatch")
class Tokens(TokenView):
    """Exchanges codes and refresh tokens. The toolkit's own method also knows the device flow."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            _, headers, body, status = self.create_token_response(request)
        except ObjectDoesNotExist:  # another request has exchanged the code since this one found it
            return _as_json(_refusal("invalid_grant", "The code was used already."))
        return _as_json(HttpResponse(body, status=status, headers=headers))


@method_decorator(well_formed, name="dispatch")
class Revocation(RevokeTokenView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _as_json(super().post(request, *args, **kwargs))


@require_safe
def protected_resource(request: HttpRequest) -> JsonResponse:
    """Answer the metadata of `/mcp` (RFC 9728), with this server as its authorization server."""
    metadata = {
        **resource_metadata.metadata(request),
        "authorization_servers": [resource_metadata.public_url(request)],
        "scopes_supported": list(SCOPES),
    }
    return JsonResponse(metadata, headers={"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"})

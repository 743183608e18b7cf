"""What clients read after a 401 of /mcp: the metadata of the protected resource (RFC 9728)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

# With the path of the resource (section 3.1), and without it, as some clients ask.
PATHS = (".well-known/oauth-protected-resource/mcp", ".well-known/oauth-protected-resource")


@require_safe
def resource_metadata(request: HttpRequest) -> JsonResponse:
    """Answer the metadata, which name no authorization server: tokens come from an operator."""
    return JsonResponse(metadata(request), headers={"Cache-Control": "no-store"})


def metadata(request: HttpRequest) -> dict[str, Any]:
    return {
        "resource": f"{public_url(request)}/mcp",
        "resource_name": "Codex Memory",
        "bearer_methods_supported": ["header"],
    }


def public_url(request: HttpRequest) -> str:
    """The address of this server as its clients see it: PUBLIC_URL, or that of the request."""
    return str(settings.PUBLIC_URL) or request.build_absolute_uri("/").rstrip("/")

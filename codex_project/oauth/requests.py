"""What the toolkit's views do not survive is refused before them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def well_formed(view: View) -> View:
    """Decorator that refuses broken escapes, which oauthlib raises an error of its own for, and NUL in parameters.

    PostgreSQL cannot compare text with NUL to anything.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if _BROKEN_ESCAPE.search(request.META.get("QUERY_STRING", "")):
            return _refused("The query string is not well-formed.")
        for parameters in (request.GET, request.POST):
            for values in parameters.lists():
                if any("\x00" in text for text in (values[0], *map(str, values[1]))):
                    return _refused("A parameter contains NUL.")
        return view(request, *args, **kwargs)

    return wrapper


def _refused(why: str) -> JsonResponse:
    return JsonResponse({"error": "invalid_request", "error_description": why}, status=400)

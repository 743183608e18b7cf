"""The admin's log-in form, with limited attempts."""

from __future__ import annotations

import ipaddress
from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django_ratelimit.core import get_usage  # type: ignore[import-untyped]

# Two limits, because one address may try many names, and many addresses one name.
PER_ADDRESS = "20/5m"
PER_NAME = "10/5m"
LIMITED = "limited"
UNKNOWN_ADDRESS = "0.0.0.0"  # noqa: S104 - the key of all clients on a Unix socket


def client_address(request: HttpRequest) -> str:
    """Return the client's address; behind a trusted proxy, the last in X-Forwarded-For, which the proxy added."""
    candidates = [request.META.get("REMOTE_ADDR", "")]
    if settings.TRUST_PROXY:
        candidates.insert(0, request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip())
    for candidate in candidates:
        try:
            return str(ipaddress.ip_address(candidate))
        except ValueError:
            continue
    return UNKNOWN_ADDRESS


def _name(_group: str, request: HttpRequest) -> str:
    # Extra blanks or capitals must not evade the limit, though Django compares names exactly.
    return str(request.POST.get("username", "")).strip().casefold()


class LimitedAuthenticationForm(AdminAuthenticationForm):
    """The admin's log-in form; above the limit, it rejects attempts without checking the password."""

    def clean(self) -> dict[str, Any]:
        # The address comes first: above its limit, it adds no more names to a cache of limited size.
        for group, key, rate in (("login-address", "ip", PER_ADDRESS), ("login-name", _name, PER_NAME)):
            usage = get_usage(self.request, group=group, key=key, rate=rate, increment=True)
            if usage["should_limit"]:
                minutes = max(usage["time_left"], 0) // 60 + 1
                raise ValidationError(
                    f"Too many attempts to log in. Wait {minutes} minute{'s' * (minutes > 1)}, then try again.",
                    code=LIMITED,
                )
        cleaned: dict[str, Any] = super().clean()
        return cleaned

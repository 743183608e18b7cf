from __future__ import annotations

from typing import Any
from unittest.mock import patch

from codex_project.oauth.clients import Fetcher


class LocalFetcher(Fetcher):
    """Fetches from loopback addresses too; all other rules hold."""

    def fetch(self, client_id: str) -> tuple[dict[str, Any], int]:
        with patch("oauth2_provider.cimd._ip_is_public", lambda address: True):
            return super().fetch(client_id)

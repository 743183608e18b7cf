"""The documents that tell clients where to go."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

RESOURCE = "/.well-known/oauth-protected-resource/mcp"
SERVER = "/.well-known/oauth-authorization-server"


def test_the_protected_resource_names_the_authorization_server() -> None:
    answer = Client().get(RESOURCE)
    assert answer.json() == {
        "resource": "http://testserver/mcp",
        "authorization_servers": ["http://testserver"],
        "scopes_supported": ["memories:read", "memories:write"],
        "bearer_methods_supported": ["header"],
        "resource_name": "Codex Memory",
    }


def test_the_authorization_server_offers_codes_with_pkce_to_public_clients_only() -> None:
    document = Client().get(SERVER).json()
    assert document["issuer"] == "http://testserver"
    assert document["response_types_supported"] == ["code"]
    assert document["grant_types_supported"] == ["authorization_code", "refresh_token"]
    assert document["code_challenge_methods_supported"] == ["S256"]
    assert document["token_endpoint_auth_methods_supported"] == ["none"]
    assert document["client_id_metadata_document_supported"]
    assert document["authorization_response_iss_parameter_supported"]
    assert {name: address for name, address in document.items() if name.endswith("_endpoint")} == {
        "authorization_endpoint": "http://testserver/oauth/authorize",
        "token_endpoint": "http://testserver/oauth/token",
        "registration_endpoint": "http://testserver/oauth/register",
        "revocation_endpoint": "http://testserver/oauth/revoke",
    }


@pytest.mark.parametrize(
    "path",
    [
        "/oauth/introspect",
        "/oauth/applications/",
        "/oauth/authorized_tokens/",
        "/oauth/device-authorization",
        "/oauth/register/some-client",
        "/.well-known/openid-configuration",
    ],
)
def test_no_other_page_of_the_toolkit_exists(path: str) -> None:
    assert Client().get(path).status_code == 404
    assert Client().post(path).status_code == 404


def test_an_unknown_host_gets_no_document(settings: Any) -> None:
    assert Client(headers={"host": "evil.example"}).get(SERVER).status_code == 400

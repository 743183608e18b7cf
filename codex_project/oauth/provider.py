"""What Django's settings need for OAuth: the applications, and django-oauth-toolkit's own settings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from codex_project.oauth import IS_INSTALLED

READ, WRITE = "memories:read", "memories:write"
SCOPES = {READ: "Read memories", WRITE: "Store, change and delete memories"}

CODE_LIFETIME = timedelta(minutes=1)
# A working day. A revoked token is refused within a second anyway, and a client of the SDK that starts again with an
# expired token does not refresh it: it asks the person again.
ACCESS_TOKEN_LIFETIME = timedelta(hours=8)
# A refresh token ends if it is not used for this long after its access token expired. `purge` in sql/oauth.sql has it
# as well, and a test compares them.
IDLE_LIFETIME = timedelta(days=30)

# In this order, so that our admin can remove the pages of theirs.
APPS = ["oauth2_provider", "codex_project.oauth.apps.OAuthConfig"] if IS_INSTALLED else []
BACKENDS = ["codex_project.oauth.backend.caller_of"] if IS_INSTALLED else []
# http is among the schemes because programs on a person's own computer listen on http://localhost. `clients.py` refuses
# it for any other host.
SILENCED_CHECKS = ["oauth2_provider.W008"] if IS_INSTALLED else []


def settings(public_url: str) -> dict[str, Any]:
    """Return OAUTH2_PROVIDER. Without a public URL, addresses are those of the request."""
    return {
        "SCOPES": SCOPES,
        "OAUTH2_SERVER_CLASS": "oauthlib.oauth2.WebApplicationServer",  # codes and refresh tokens, no other grant
        "OAUTH2_VALIDATOR_CLASS": "codex_project.oauth.validator.Validator",
        "OIDC_ISS_ENDPOINT": public_url,  # the name of the issuer's address, with or without OpenID Connect
        "AUTHORIZATION_CODE_EXPIRE_SECONDS": int(CODE_LIFETIME.total_seconds()),
        "ACCESS_TOKEN_EXPIRE_SECONDS": int(ACCESS_TOKEN_LIFETIME.total_seconds()),
        "REFRESH_TOKEN_EXPIRE_SECONDS": int(IDLE_LIFETIME.total_seconds()),
        "ROTATE_REFRESH_TOKEN": True,
        "REFRESH_TOKEN_REUSE_PROTECTION": True,
        "REFRESH_TOKEN_GRACE_PERIOD_SECONDS": 0,  # a grace period would need tokens stored in plain text
        "ALLOWED_REDIRECT_URI_SCHEMES": ["https", "http", "cursor"],
        "ALLOW_LOCALHOST_LOOPBACK": True,  # any port of localhost, as of 127.0.0.1: clients take a free one
        "ALLOW_URI_WILDCARDS": False,
        "PKCE_REQUIRED": True,
        "COMPLIANT_BCP_RFC9700_IMPLICIT_GRANT": True,
        "COMPLIANT_BCP_RFC9700_PASSWORD_GRANT": True,
        "COMPLIANT_BCP_RFC9700_PKCE_METHOD": True,
        "COMPLIANT_BCP_RFC9700_ACCESS_TOKEN_TRANSPORT": True,
        "COMPLIANT_BCP_RFC9700_AUTHZ_RESPONSE_ISS": True,
        "COMPLIANT_BCP_RFC9700_TOKEN_STORAGE": True,
        "COMPLIANT_BCP_RFC9700_REFRESH_TOKEN": True,
        "COMPLIANT_BCP_RFC9700_REDIRECT_URI_MATCHING": True,
        "COMPLIANT_BCP_RFC9700_PKCE_REQUIRED": True,
        "DCR_ENABLED": True,
        "DCR_REGISTRATION_PERMISSION_CLASSES": ("oauth2_provider.dcr.AllowAllDCRPermission",),
        "CIMD_ENABLED": True,
        "CIMD_METADATA_FETCHER": "codex_project.oauth.clients.Fetcher",
        "CIMD_REGISTRATION_PERMISSION_CLASSES": ("codex_project.oauth.clients.OnlyForPeople",),
        "OAUTH2_RESPONSE_TYPES_SUPPORTED": ["code"],
        "OAUTH2_GRANT_TYPES_SUPPORTED": ["authorization_code", "refresh_token"],
        # Every client is a public one with PKCE. A secret would cost a slow hash at each request to the token endpoint.
        "OAUTH2_TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED": ["none"],
    }

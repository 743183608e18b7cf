"""The rules of this server on top of django-oauth-toolkit's: consents, the resource of every token, replays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from oauth2_provider.models import AccessToken, RefreshToken
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauthlib.oauth2.rfc6749 import errors

from codex_project.oauth import clients, people, resources
from codex_project.oauth.models import Consent, checksum, redeem

# Two processes of one client may refresh at the same time. The slower one is refused, but for this long it is no proof
# that the token was stolen, and the faster one keeps its tokens.
RACE = timedelta(seconds=30)


class Validator(OAuth2Validator):
    # The authorization code

    @transaction.atomic  # a code always has a consent
    def _create_authorization_code(self, request: Any, code: dict[str, str], expires: Any = None) -> Any:
        self._require_resource(request, request.resource)
        grant = super()._create_authorization_code(request, code, expires)
        Consent.objects.create(
            user=request.user,
            application=request.client,
            client_name=clients.name_of(request.client),
            scope=grant.scope,
            projects=request.projects,  # from the consent page, through which every authorization goes
            code_checksum=checksum(code["code"]),
        )
        return grant

    def validate_code(self, client_id: str, code: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        if super().validate_code(client_id, code, client, request, *args, **kwargs):
            return True
        # A code that was used before, which may have been stolen: end what it led to (RFC 6749, section 4.1.2).
        used = Consent.objects.filter(code_checksum=checksum(code), application=client, redeemed_at__isnull=False)
        self._end(used.values_list("pk", flat=True))
        return False

    # Tokens

    def _save_bearer_token(self, token: dict[str, Any], request: Any, *args: Any, **kwargs: Any) -> Any:
        request.consent = None
        if request.grant_type == "authorization_code":
            request.consent = redeem(request.code)
            if request.consent is None:  # exchanged by another request at the same time
                raise errors.InvalidGrantError(request=request)
        return super()._save_bearer_token(token, request, *args, **kwargs)

    def _check_and_set_request_resource(self, request: Any) -> None:
        super()._check_and_set_request_resource(request)
        self._require_resource(request, request.resource)

    def _create_refresh_token(self, request: Any, code: str, access_token: Any, previous: Any) -> Any:
        token = super()._create_refresh_token(request, code, access_token, previous)
        if request.consent is not None:
            token.token_family = request.consent.pk
            token.save(update_fields=["token_family"])
        return token

    def validate_refresh_token(self, refresh_token: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        known = RefreshToken.objects.filter(token_checksum=checksum(refresh_token), application=client)
        used = known.order_by(F("revoked").desc(nulls_first=True)).first()
        if used is not None and used.revoked is not None:
            if used.revoked < timezone.now() - RACE:
                self._end([used.token_family])
            return False
        if not super().validate_refresh_token(refresh_token, client, request, *args, **kwargs):
            return False
        family = request.refresh_token_instance.token_family
        consent = Consent.objects.select_related("user").filter(pk=family, ended_at=None).first()
        return consent is not None and people.may_read(consent.user)

    def revoke_token(self, token: str, token_type_hint: str | None, request: Any, *args: Any, **kwargs: Any) -> None:
        """End the consent of a client's own token (RFC 7009)."""
        mine = {"token_checksum": checksum(token), "application": request.client}
        self._end(RefreshToken.objects.filter(**mine).values_list("token_family", flat=True))
        self._end(AccessToken.objects.filter(**mine).values_list("refresh_token__token_family", flat=True))

    @staticmethod
    def _end(families: Iterable[UUID | None]) -> None:
        for consent in Consent.objects.filter(pk__in=[family for family in families if family is not None]):
            consent.end()

    @staticmethod
    def _require_resource(request: Any, named: list[str]) -> None:
        if not resources.are_ours(named):
            raise errors.CustomOAuth2Error(
                error="invalid_target",
                description="Name the address of this MCP server, which ends in /mcp, as resource, and no other.",
                state=getattr(request, "state", None),
                request=request,
            )

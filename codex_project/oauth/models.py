"""What a person allowed a client, and which of django-oauth-toolkit's tokens come from it.

A consent is made with the authorization code. Its id is the family of all refresh tokens that follow from the code, so
that the consent survives every refresh without columns in the toolkit's tables.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models.functions import Now
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, RefreshToken

from codex_project.oauth.provider import WRITE
from memories import limits

CLIENT_NAME_MAX_CHARACTERS = 100


def checksum(secret: str) -> str:
    """Return the SHA-256 of a code or token, in hex; for tokens, as the toolkit stores it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Consent(models.Model):
    """A client that may use a person's memories, until the person, an administrator or the client ends that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="person"
    )
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="consents")
    client_name = models.CharField("client", max_length=CLIENT_NAME_MAX_CHARACTERS)  # at that time; it may change
    scope = models.TextField()
    projects = ArrayField(
        models.CharField(max_length=limits.PROJECT_MAX_CHARACTERS), default=list, help_text="Empty: all projects."
    )
    code_checksum = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField("allowed", db_default=Now())
    redeemed_at = models.DateTimeField(null=True)  # when the code was exchanged for tokens
    last_used_at = models.DateTimeField("last use", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "oauth_consents"
        verbose_name = "connected client"

    def __str__(self) -> str:
        return f"{self.client_name} of {self.user}"

    @property
    def may_write(self) -> bool:
        return WRITE in self.scope.split()

    @transaction.atomic
    def end(self) -> None:
        """Refuse all tokens of this consent from now on. The row stays, as the record that the client was used."""
        type(self).objects.filter(pk=self.pk, ended_at=None).update(ended_at=timezone.now())
        tokens = RefreshToken.objects.filter(token_family=self.pk)
        AccessToken.objects.filter(pk__in=tokens.values("access_token")).delete()
        tokens.delete()


def redeem(code: str) -> Consent | None:
    """Return the consent that a code was made with, locked, and note that the code was used; None if it was before.

    Call this in a transaction.
    """
    pending: Any = Consent.objects.select_for_update().filter(
        code_checksum=checksum(code), redeemed_at=None, ended_at=None
    )
    consent: Consent | None = pending.first()
    if consent is not None:
        consent.redeemed_at = timezone.now()
        consent.save(update_fields=["redeemed_at"])
    return consent

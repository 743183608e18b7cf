"""The table of bearer tokens for the HTTP server (`mcp_server.tokens`)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone


class AccessToken(models.Model):
    """A token that gives access over HTTP. The token itself is stored nowhere."""

    secret = ""  # the token itself: known only of one that was created just now

    name = models.TextField()
    token_hash = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 in hex.")
    projects = ArrayField(
        models.TextField(), default=list, db_default=[], blank=True, help_text="Confined to these; empty for all."
    )
    is_read_only = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.TextField(default="", db_default="", blank=True, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="To the minute.")

    class Meta:
        db_table = "access_tokens"
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(revoked_at__isnull=True), name="access_tokens_name_key"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> str:
        """Whether it is `valid`, `expired` or `revoked`."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= timezone.now() else "valid"

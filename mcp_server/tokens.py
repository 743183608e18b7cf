"""Bearer tokens for the HTTP server: 256 random bits each, stored as SHA-256, shown once."""

from __future__ import annotations

import datetime
import hashlib
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress

from django.db import IntegrityError, transaction
from django.utils import timezone
from psycopg.errors import ReadOnlySqlTransaction

from mcp_server.access import Caller
from mcp_server.models import AccessToken
from memories import limits, projects
from memories.db import named_sql, pool
from memories.errors import ValidationError

PREFIX = "cm_"
_TOKEN = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
_NAME = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._@+-]{{0,{limits.TOKEN_NAME_MAX_CHARACTERS - 1}}}")
_sql = named_sql.read(__file__, "tokens")


def create(
    name: str,
    names_of_projects: Sequence[str] = (),
    *,
    is_read_only: bool = False,
    days: float | None = None,
    created_by: str = "",
) -> AccessToken:
    """Create a token; its `secret` cannot be shown again.

    Args:
        names_of_projects: the projects that it is confined to, its own first; none for all projects.
        days: until it expires; None for never.
        created_by: the name of a user of the admin.

    Raises:
        ValidationError: a name breaks a rule, or a valid token has this name.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    token = AccessToken(
        name=validated_name(name),
        token_hash=_hashed(secret),
        projects=list(dict.fromkeys(projects.validated(project) for project in names_of_projects)),
        is_read_only=is_read_only,
        created_by=created_by,
        expires_at=None if days is None else timezone.now() + datetime.timedelta(days=days),
    )
    try:
        with transaction.atomic():
            token.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(f"There is a token {name} already. Revoke it first, or choose another name.") from None
    token.refresh_from_db()
    token.secret = secret
    return token


def validated_name(name: str) -> str:
    """The name of a token.

    Raises:
        ValidationError: it is invalid.
    """
    if not _NAME.fullmatch(name):
        raise ValidationError(
            f"The name {name[: limits.TOKEN_NAME_MAX_CHARACTERS]!a} cannot be used: a token's name is 1 to "
            f"{limits.TOKEN_NAME_MAX_CHARACTERS} of the characters A-Z a-z 0-9 . _ @ + - and starts with a letter or "
            "digit.",
            field="name",
        )
    return name


def revoke(name: str) -> bool:
    """Revoke the valid token of this name; False if there is none. Every server refuses it within a second."""
    return AccessToken.objects.filter(name=name, revoked_at=None).update(revoked_at=timezone.now()) > 0


async def caller_of(token: str) -> Caller | None:
    """The caller that a token stands for, or None.

    Raises:
        StorageError: the database cannot be asked.
    """
    if not _TOKEN.fullmatch(token):
        return None
    values = {"token_hash": _hashed(token)}
    async with pool.connection() as connection:
        cursor = await connection.execute(_sql["check"], values, prepare=True)
        if (row := await cursor.fetchone()) is None:
            return None
        name, names_of_projects, is_read_only, is_due = row
        if is_due:
            with suppress(ReadOnlySqlTransaction):  # on a standby
                await connection.execute(_sql["used"], values)
    return Caller(name, projects.confined_to(names_of_projects), may_write=not is_read_only)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

"""All variables that configure Codex Memory: names, types, defaults and meanings.

The names are those of the specification's section "Environment Variables". `manage.py config --markdown` generates the
table of docs/configuration.md from the descriptions.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import platformdirs
from psycopg.conninfo import conninfo_to_dict
from pydantic import (
    AliasChoices,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from codex_project import embedding_rules
from codex_project.field_types import CallsPerMinute, CommaSeparated, ConnectionString, Origin
from memories.limits import PROJECT_PATTERN

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
SECRET = {
    *("DATABASE_URL", "DATABASE_LISTEN_URL", "REDIS_URL"),
    *("DJANGO_SECRET_KEY", "METRICS_TOKEN", "EMBEDDING_API_KEY"),
}
DATA_DIR_MAX_BYTES = 900  # PostgreSQL truncates file paths at 1,024
LOG_LEVELS = ("critical", "error", "warning", "warn", "info", "debug", "trace")
# A language is a folder of queries. `patterns.languages` is not imported, because it needs the settings.
KNOWN_LANGUAGES = tuple(
    sorted(path.name for path in (Path(__file__).parents[1] / "patterns" / "queries").iterdir() if path.is_dir())
)


class ConfigurationError(Exception):
    """A variable has an invalid value; the message is one sentence that names the variable."""


class Config(BaseSettings):
    """The configuration of one process, read from its environment."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, case_sensitive=True, extra="ignore")

    database_url: ConnectionString = Field(
        "",
        alias="DATABASE_URL",
        description="PostgreSQL connection string. Unset: an embedded PostgreSQL in CODEX_DATA_DIR.",
    )
    database_pooler: Literal["auto", "true", "false"] = Field(
        "auto",
        alias="DATABASE_POOLER",
        description="Whether DATABASE_URL leads to a connection pooler, such as pgbouncer; auto finds out.",
    )
    database_listen_url: ConnectionString = Field(
        "",
        alias="DATABASE_LISTEN_URL",
        description="PostgreSQL itself, if DATABASE_URL leads to a pooler. The cache and `migrate` need it.",
    )
    data_dir: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("codex-memory", appauthor=False),
        alias="CODEX_DATA_DIR",
        description="Folder of the embedded PostgreSQL and of the generated secret key.",
    )
    log_level: str = Field(
        "info",
        validation_alias=AliasChoices("LOG_LEVEL", "RUST_LOG"),
        description="error, warn, info, debug or trace; trace logs SQL. RUST_LOG is the fallback.",
    )
    log_format: Literal["text", "json"] = Field(
        "text", alias="LOG_FORMAT", description="text, or json for one object per line."
    )
    max_connections: int = Field(
        20, alias="MAX_CONNECTIONS", ge=1, le=1000, description="Maximum number of database connections per process."
    )
    min_connections: int = Field(
        2, alias="MIN_CONNECTIONS", ge=0, le=1000, description="Database connections kept open while idle."
    )
    acquire_timeout: float = Field(
        30, alias="ACQUIRE_TIMEOUT", gt=0, le=3600, description="Maximum wait for a database connection, in seconds."
    )
    idle_timeout: float = Field(
        600, alias="IDLE_TIMEOUT", gt=0, le=86400, description="Seconds after which an idle connection is closed."
    )
    max_lifetime: float = Field(
        1800, alias="MAX_LIFETIME", gt=0, le=86400, description="Seconds after which a connection is replaced."
    )
    test_before_acquire: bool = Field(
        True, alias="TEST_BEFORE_ACQUIRE", description="Test a connection before a call uses it."
    )
    mcp_timeout: float = Field(
        60, alias="MCP_TIMEOUT", gt=0, le=3600, description="Seconds after which a call is cancelled."
    )
    embedding_dimensions: int = Field(
        1536,
        alias="EMBEDDING_DIMENSIONS",
        ge=1,
        le=2000,
        description="Numbers in an embedding. The first migration reads it; it cannot be changed later.",
    )
    project: str = Field(
        "",
        alias="CODEX_PROJECT",
        description="Project that a server stores in and searches, together with the memories of no project."
        " auto: that of the git repository it is started in.",
    )
    project_confined: bool = Field(
        False,
        alias="PROJECT_CONFINED",
        description="Hide the memories of other projects, and change only those of the server's own.",
    )
    trash_days: int = Field(
        7,
        alias="TRASH_DAYS",
        ge=0,
        le=36_500,
        description="Days that a deleted memory can be restored in the admin. 0: it is not kept.",
    )
    embedding_provider: Literal["off", "local", "http"] = Field(
        "off",
        alias="EMBEDDING_PROVIDER",
        description="Embed memories and questions automatically: off; local, a small model (extra `local`); or http.",
    )
    embedding_url: embedding_rules.Address = Field(
        "",
        alias="EMBEDDING_URL",
        description="OpenAI-compatible base URL for http, such as https://host/v1; /embeddings is appended.",
    )
    embedding_model: str = Field("", alias="EMBEDDING_MODEL", max_length=200, description="Model for http.")
    embedding_api_key: embedding_rules.ApiKey = Field(
        "", alias="EMBEDDING_API_KEY", description="Bearer token for http, if needed."
    )
    embedding_timeout: float = Field(
        30,
        alias="EMBEDDING_TIMEOUT",
        gt=0,
        le=3600,
        description="Maximum wait for the embeddings of memories, in seconds. A question waits 0.3 seconds at most.",
    )
    enable_cache: bool = Field(False, alias="ENABLE_CACHE", description="Cache the results of gets and searches.")
    cache_size: int = Field(
        1000, alias="CACHE_SIZE", ge=1, le=1_000_000, description="Maximum number of cached results, within 64 MB."
    )
    cache_ttl: float = Field(
        300, alias="CACHE_TTL", gt=0, le=86400, description="Seconds after which a cached result expires."
    )
    enable_patterns: bool = Field(True, alias="ENABLE_PATTERNS", description="Offer the four pattern tools.")
    pattern_languages: CommaSeparated = Field(
        ("rust", "python"), alias="PATTERN_LANGUAGES", description="Languages that can be analysed, comma-separated."
    )
    enable_metrics: bool = Field(
        True, alias="ENABLE_METRICS", description="Count calls, and export the counts on the web side's /metrics."
    )
    metrics_token: str = Field(
        "", alias="METRICS_TOKEN", description="Bearer token for /metrics. Unset: local requests only, without a proxy."
    )
    rate_limit_enabled: bool = Field(
        True, alias="RATE_LIMIT_ENABLED", description="Limit the calls per minute of each client and tool."
    )
    rate_limit_store_memory: CallsPerMinute = Field(
        100,
        alias="RATE_LIMIT_STORE_MEMORY",
        ge=1,
        description="Stores and updates, together, per minute and client, or off.",
    )
    rate_limit_search_memories: CallsPerMinute = Field(
        300, alias="RATE_LIMIT_SEARCH_MEMORIES", ge=1, description="Searches per minute and client, or off."
    )
    rate_limit_get_memory: CallsPerMinute = Field(
        1000, alias="RATE_LIMIT_GET_MEMORY", ge=1, description="Gets per minute and client, or off."
    )
    rate_limit_analyze_patterns: CallsPerMinute = Field(
        10, alias="RATE_LIMIT_ANALYZE_PATTERNS", ge=1, description="Pattern analyses per minute and client, or off."
    )
    redis_url: str = Field(
        "",
        alias="REDIS_URL",
        description="Redis for rate limits shared by all processes. Unset: each process counts separately.",
    )
    debug: bool = Field(False, alias="DJANGO_DEBUG", description="Django's debug pages; never in production.")
    secret_key: str = Field(
        "", alias="DJANGO_SECRET_KEY", description="Signs sessions. Unset: generated once and stored in CODEX_DATA_DIR."
    )
    allowed_hosts: CommaSeparated = Field(
        LOOPBACK_HOSTS,
        alias="DJANGO_ALLOWED_HOSTS",
        description="Host names of the web side, comma-separated. Any other than loopback enables https hardening.",
    )
    trust_proxy: bool = Field(
        False,
        alias="TRUST_PROXY",
        description="Trust X-Forwarded-Proto and X-Forwarded-For; only behind a proxy that sets both.",
    )

    public_url: Origin = Field(
        "",
        alias="PUBLIC_URL",
        description="Address of the HTTP server as its clients see it, such as https://memory.example.com."
        " Unset: that of each request.",
    )

    @field_validator("pattern_languages")
    @classmethod
    def _languages_are_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for language in value:
            if language not in KNOWN_LANGUAGES:
                raise ValueError(f"{language!r} is not one of {', '.join(KNOWN_LANGUAGES)}")
        return value

    @field_validator("log_level")
    @classmethod
    def _log_level_is_known(cls, value: str) -> str:
        level = value.strip().lower()
        if level not in LOG_LEVELS:
            raise ValueError(f"{value!r} is not one of error, warn, info, debug, trace")
        return "warning" if level == "warn" else level

    @field_validator("data_dir")
    @classmethod
    def _data_dir_is_a_folder(cls, value: Path) -> Path:
        path = value.expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise ValueError(f"{path} is not a folder")
        return path

    @field_validator("project")
    @classmethod
    def _project_is_a_name(cls, value: str) -> str:
        if not re.fullmatch(PROJECT_PATTERN.replace("$", ""), value):
            raise ValueError(
                "it must be auto, or 1 to 100 of the characters A-Z a-z 0-9 . _ / @ : + -, a letter or digit first"
            )
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_url_can_be_used(cls, value: str) -> str:
        if not value:
            return value
        try:
            from redis import ConnectionPool  # optional, and takes 0.15 s to import
        except ImportError:
            raise ValueError("the package redis is missing; install it with pip install -e '.[redis]'") from None
        try:
            ConnectionPool.from_url(value).make_connection()  # does not connect yet
            database = urlsplit(value).path.strip("/")
            valid = value.startswith("unix://") or not database or database.isdecimal()
        except (TypeError, ValueError):
            valid = False
        if not valid:
            raise ValueError("it is not a valid address: redis://USER:PASSWORD@HOST:PORT/NUMBER")
        return value

    @model_validator(mode="after")
    def _embedding_provider_is_complete(self) -> Config:
        embedding_rules.check_provider(
            self.embedding_provider, self.embedding_url, self.embedding_model, self.embedding_dimensions
        )
        return self

    @model_validator(mode="after")
    def _pool_is_consistent(self) -> Config:
        if self.min_connections > self.max_connections:
            raise ValueError(
                f"MIN_CONNECTIONS ({self.min_connections}) must not exceed MAX_CONNECTIONS ({self.max_connections})"
            )
        return self

    @model_validator(mode="after")
    def _data_dir_suits_postgresql(self) -> Config:
        path = os.fsencode(self.data_dir.resolve())
        if self.database_url:
            return self
        if b"\n" in path or b"\r" in path:
            raise ValueError("the path of CODEX_DATA_DIR has a line break, which PostgreSQL does not accept")
        if (length := len(path)) > DATA_DIR_MAX_BYTES:
            limit = f"at most {DATA_DIR_MAX_BYTES} bytes, not {length}"
            raise ValueError(f"the path of CODEX_DATA_DIR is too long for PostgreSQL: {limit}")
        return self

    @property
    def rate_limits(self) -> dict[str, int | None]:
        """Calls per minute and client, by the lower-case name of each limit; None means unlimited."""
        prefix = "rate_limit_"
        names = [field.removeprefix(prefix) for field in Config.model_fields if field.startswith(prefix)]
        names.remove("enabled")
        return {name: getattr(self, prefix + name) if self.rate_limit_enabled else None for name in names}

    @property
    def database_parameters(self) -> dict[str, Any]:
        """libpq parameters of DATABASE_URL, by name; empty for the embedded PostgreSQL."""
        return dict(conninfo_to_dict(self.database_url)) if self.database_url else {}

    @property
    def listen_parameters(self) -> dict[str, Any]:
        """libpq parameters of DATABASE_LISTEN_URL, by name; empty if it is unset."""
        return dict(conninfo_to_dict(self.database_listen_url)) if self.database_listen_url else {}

    @property
    def served_beyond_loopback(self) -> bool:
        return any(host not in LOOPBACK_HOSTS for host in self.allowed_hosts)


@cache
def load() -> Config:
    """Read the environment.

    Raises:
        ConfigurationError: a variable has an invalid value; the first one is reported.
    """
    try:
        return Config()
    except ValidationError as error:
        raise ConfigurationError(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    """Turn pydantic's first error into one sentence with the variable's name, but never a secret's value."""
    problem = error.errors(include_url=False)[0]
    reason = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return f"{reason}."
    name = str(problem["loc"][0])
    if name == "LOG_LEVEL" and not os.environ.get(name):
        name = "RUST_LOG"  # pydantic always reports the first alias
    shown = "" if name in {*SECRET, "EMBEDDING_URL"} else f" {str(problem['input'])!r}"
    return f"The value{shown} of {name} cannot be used: {reason[0].lower()}{reason[1:]}."

"""Configuration: every variable, and one sentence for every value that cannot be used."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from codex_project import config
from tests.support.clients import environment, run

SECRET = "hunter2"
WRONG = [
    ("DATABASE_URL", f"mysql://me:{SECRET}@localhost/memories"),
    ("DATABASE_URL", f"postgresql://me:{SECRET}@localhost:99999/memories"),
    ("DATABASE_URL", f"postgresql://me:{SECRET}@localhost:port/memories"),
    ("DATABASE_URL", f"postgresql://me:{SECRET}@localhost/memories?colour=blue"),
    ("DATABASE_URL", f"host=localhost password={SECRET}"),
    ("DATABASE_URL", f"postgresql://me:{SECRET}%zz@localhost/memories"),
    ("REDIS_URL", f"http://:{SECRET}@localhost"),
    ("REDIS_URL", f"redis://:{SECRET}@localhost:port"),
    ("REDIS_URL", f"redis://:{SECRET}@localhost/first"),
    ("REDIS_URL", f"redis://:{SECRET}@localhost?colour=blue"),
    ("CODEX_DATA_DIR", "/dev/null"),
    ("LOG_LEVEL", "loud"),
    ("RUST_LOG", "codex=debug"),
    ("LOG_FORMAT", "xml"),
    ("ENABLE_CACHE", "perhaps"),
    ("ENABLE_METRICS", "perhaps"),
    *((name, value) for name in ("CACHE_SIZE", "CACHE_TTL") for value in ("0", "-1", "some", "1e9")),
    *((name, value) for name in ("MAX_CONNECTIONS",) for value in ("0", "-1", "many", "2.5", "1001")),
    *((name, value) for name in ("MIN_CONNECTIONS",) for value in ("-1", "few", "1001", "21")),
    *(
        (name, value)
        for name in ("ACQUIRE_TIMEOUT", "IDLE_TIMEOUT", "MAX_LIFETIME", "MCP_TIMEOUT")
        for value in ("0", "-1", "soon", "nan", "inf", "1e9")
    ),
    ("EMBEDDING_DIMENSIONS", "0"),
    ("EMBEDDING_DIMENSIONS", "2001"),
    ("EMBEDDING_DIMENSIONS", "wide"),
    *(
        (name, "perhaps")
        for name in ("TEST_BEFORE_ACQUIRE", "ENABLE_PATTERNS", "RATE_LIMIT_ENABLED", "DJANGO_DEBUG", "TRUST_PROXY")
    ),
    ("PATTERN_LANGUAGES", "rust,cobol"),
    ("EMBEDDING_PROVIDER", "openai"),
    *(
        ("EMBEDDING_URL", value)
        for value in ("host/v1", "ftp://host/v1", "http://", "https://host:port/v1", f"https://me:{SECRET}@host/v1")
    ),
    ("EMBEDDING_URL", f"https://host/v1?key={SECRET}"),
    ("EMBEDDING_API_KEY", f"{SECRET}\nX-Other: 1"),
    ("EMBEDDING_API_KEY", f"{SECRET}é"),
    *(("EMBEDDING_TIMEOUT", value) for value in ("0", "soon", "nan")),
    *(
        (f"RATE_LIMIT_{tool}", value)
        for tool in ("STORE_MEMORY", "SEARCH_MEMORIES", "GET_MEMORY", "ANALYZE_PATTERNS")
        for value in ("0", "-1", "none", "1.5")
    ),
]


def only(**variables: str) -> Callable[[pytest.MonkeyPatch], None]:
    """The environment with these variables of ours and no others."""

    def apply(monkeypatch: pytest.MonkeyPatch) -> None:
        for field in config.Config.model_fields.values():
            monkeypatch.delenv(str(field.alias), raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        config.load.cache_clear()

    return apply


@pytest.fixture(autouse=True)
def _fresh_configuration() -> object:
    yield
    config.load.cache_clear()


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_value_that_cannot_be_used_is_one_sentence_that_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    only(**{"CODEX_DATA_DIR": str(tmp_path), name: value})(monkeypatch)
    with pytest.raises(config.ConfigurationError) as caught:
        config.load()
    sentence = str(caught.value)
    assert name in sentence
    assert SECRET not in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("command", "name", "value"),
    [
        ("mcp_serve", *WRONG[0]),
        ("migrate", *WRONG[1]),
        ("check", "MAX_CONNECTIONS", "many"),
        ("mcp_serve", "MIN_CONNECTIONS", "21"),
        ("mcp_serve", "RUST_LOG", "codex=debug"),
        ("mcp_serve", "CODEX_DATA_DIR", "/proc/codex-memory"),
    ],
)
@pytest.mark.integration
def test_whatever_the_command_it_ends_with_that_sentence_and_status_1(command: str, name: str, value: str) -> None:
    variables = {"DJANGO_SECRET_KEY": None, name: value}
    ended = run(
        command, env=environment(variables.pop("DATABASE_URL", "postgresql://localhost/x"), **variables), input=""
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert name in ended.stderr
    assert re.fullmatch(r"codex-memory: [^\n]+\.\n", ended.stderr)
    assert SECRET not in ended.stderr


def test_what_is_unset_has_the_specifications_default(monkeypatch: pytest.MonkeyPatch) -> None:
    only()(monkeypatch)
    loaded = config.load()
    assert (loaded.max_connections, loaded.min_connections) == (20, 2)
    assert (loaded.acquire_timeout, loaded.idle_timeout, loaded.max_lifetime) == (30, 600, 1800)
    assert loaded.test_before_acquire is True
    assert loaded.mcp_timeout == 60
    assert loaded.embedding_dimensions == 1536
    assert loaded.pattern_languages == ("rust", "python")
    assert loaded.log_level == "info"
    assert loaded.database_parameters == {}
    assert loaded.data_dir.name == "codex-memory"
    assert loaded.served_beyond_loopback is False


def test_an_empty_variable_is_as_if_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    only(MAX_CONNECTIONS="", DATABASE_URL="", LOG_LEVEL="", RUST_LOG="debug")(monkeypatch)
    assert config.load().max_connections == 20
    assert config.load().log_level == "debug"


def test_log_level_wins_over_rust_log_and_warn_is_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    only(LOG_LEVEL="WARN", RUST_LOG="trace")(monkeypatch)
    assert config.load().log_level == "warning"


def test_values_are_read_in_their_types(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only(
        DATABASE_URL="postgres://me:p%40ss@db.example:6432/memories?sslmode=require",
        MAX_CONNECTIONS="5",
        MIN_CONNECTIONS="5",
        ACQUIRE_TIMEOUT="0.5",
        ENABLE_PATTERNS="off",
        PATTERN_LANGUAGES=" python , javascript,",
        DJANGO_ALLOWED_HOSTS="memory.example, localhost",
        CODEX_DATA_DIR="~/memories",
        HOME=str(tmp_path),
    )(monkeypatch)
    loaded = config.load()
    assert loaded.database_parameters == {
        "user": "me",
        "password": "p@ss",
        "host": "db.example",
        "port": "6432",
        "dbname": "memories",
        "sslmode": "require",
    }
    assert (loaded.max_connections, loaded.min_connections, loaded.acquire_timeout) == (5, 5, 0.5)
    assert loaded.enable_patterns is False
    assert loaded.pattern_languages == ("python", "javascript")
    assert loaded.served_beyond_loopback is True
    assert loaded.data_dir == tmp_path / "memories"


@pytest.mark.integration
def test_the_configuration_for_a_client_is_json_that_starts_this_installation() -> None:
    shown = run("mcp_serve", "--config", env=environment("postgresql://localhost/unused"))
    assert shown.returncode == 0
    entry = json.loads(shown.stdout)["mcpServers"]["codex-memory"]
    assert Path(entry["command"]).is_file()
    assert entry["args"][-1] == "mcp_serve"


# Settings that follow from it


def setting(name: str, **variables: str) -> str:
    shown = run(
        "shell",
        "-v0",
        "-c",
        f"from django.conf import settings; print(settings.{name})",
        env=environment(None, **variables),
    )
    assert shown.returncode == 0, shown.stderr
    return shown.stdout.strip()


@pytest.mark.integration
def test_hosts_beyond_loopback_turn_https_hardening_on(tmp_path: Path) -> None:
    variables = {"CODEX_DATA_DIR": str(tmp_path), "DJANGO_ALLOWED_HOSTS": "memory.example", "TRUST_PROXY": "1"}
    assert setting("SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE", **variables) == "True True"
    assert setting("SECURE_SSL_REDIRECT", CODEX_DATA_DIR=str(tmp_path)) == "False"


@pytest.mark.integration
def test_the_six_pool_settings_reach_the_pool(tmp_path: Path) -> None:
    six = {"MAX_CONNECTIONS": "7", "MIN_CONNECTIONS": "3", "ACQUIRE_TIMEOUT": "4", "IDLE_TIMEOUT": "5"}
    six |= {"MAX_LIFETIME": "6", "TEST_BEFORE_ACQUIRE": "false", "CODEX_DATA_DIR": str(tmp_path)}
    shown = setting(
        "DATABASES['default']['OPTIONS']['pool'], settings.DATABASES['default']['CONN_HEALTH_CHECKS']", **six
    )
    pool = "{'min_size': 3, 'max_size': 7, 'timeout': 4.0, 'max_idle': 5.0, 'max_lifetime': 6.0}"
    assert shown == f"{pool} False"

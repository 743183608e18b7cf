"""Django's settings, derived from `config` instead of the environment."""

import logging
from pathlib import Path
from typing import Any

from django.core.management.utils import get_random_secret_key

from codex_project import __version__, config
from codex_project.database.environment import ignore_libpq_variables
from codex_project.oauth import provider
from memories.observability import log_lines

CONFIG = config.load()
ignore_libpq_variables(embedded=not CONFIG.database_url)
PACKAGE_DIR = Path(__file__).resolve().parent
VERSION = __version__

# Configuration for the applications, which may not import codex_project.
EMBEDDED_DATABASE = not CONFIG.database_url
DATABASE_POOLER = {"auto": None, "true": True, "false": False}[CONFIG.database_pooler]  # None: found out
CODEX_DATA_DIR = CONFIG.data_dir
EMBEDDING_DIMENSIONS = CONFIG.embedding_dimensions
TRASH_DAYS = CONFIG.trash_days
EMBEDDING_PROVIDER = CONFIG.embedding_provider
EMBEDDING_URL = CONFIG.embedding_url
EMBEDDING_MODEL = CONFIG.embedding_model.strip()
EMBEDDING_API_KEY = CONFIG.embedding_api_key
EMBEDDING_TIMEOUT = CONFIG.embedding_timeout
ENABLE_PATTERNS = CONFIG.enable_patterns
PATTERN_LANGUAGES = CONFIG.pattern_languages
MCP_TIMEOUT = CONFIG.mcp_timeout
RATE_LIMITS = CONFIG.rate_limits
PROJECT = CONFIG.project
PROJECT_CONFINED = CONFIG.project_confined

ENABLE_METRICS = CONFIG.enable_metrics
METRICS_TOKEN = CONFIG.metrics_token
ENABLE_CACHE = CONFIG.enable_cache
REDIS_URL = CONFIG.redis_url
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "codex_project.shared_cache.SharedCache",
        "LOCATION": [REDIS_URL],
        "KEY_PREFIX": "codex-memory",
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Never shared: PostgreSQL's notifications invalidate it in each process.
    "memories": {
        "BACKEND": "memories.cache.BoundedCache",
        "LOCATION": "memories",
        "TIMEOUT": CONFIG.cache_ttl,
        "OPTIONS": {"MAX_ENTRIES": CONFIG.cache_size},
    },
}

DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.allowed_hosts)


def _secret_key() -> str:
    """Return DJANGO_SECRET_KEY, or the key in CODEX_DATA_DIR, which is created on first use.

    The key is written to a temporary file and linked into place, so that processes that start at the same time use the
    same key and never read an incomplete one.
    """
    if CONFIG.secret_key:
        return CONFIG.secret_key
    path = CONFIG.data_dir / "secret_key"
    try:
        if not path.exists():
            CONFIG.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = path.with_name(f"secret_key.{get_random_secret_key()[:8].encode().hex()}")
            draft.touch(mode=0o600)
            draft.write_text(get_random_secret_key())
            try:
                path.hardlink_to(draft)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return path.read_text()
    except OSError as error:
        raise config.ConfigurationError(
            f"CODEX_DATA_DIR ({CONFIG.data_dir}) cannot be used for the secret key: {error.strerror}."
        ) from None


SECRET_KEY = _secret_key()

# What stores and finds memories needs; the other apps are those of the web side.
MEMORY_APPS = ["memories", "patterns", "mcp_server"]
INSTALLED_APPS = [
    *MEMORY_APPS,
    "codex_project.apps.CodexProjectConfig",
    "codex_project.apps.CuratorsAdminConfig",
    "rangefilter",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    *provider.APPS,
]

MIDDLEWARE = [
    "codex_project.content_security.content_security",
    "codex_project.health.health",
    "codex_project.metrics_page.metrics_page",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "codex_project.urls"
WSGI_APPLICATION = "codex_project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # In a checkout, templates/ is next to the packages; in the wheel, it is in this one.
        "DIRS": [path for path in (PACKAGE_DIR / "templates", PACKAGE_DIR.parent / "templates") if path.is_dir()],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# The specification's six pool settings, under psycopg_pool's names; `test_before_acquire` is CONN_HEALTH_CHECKS.
POOL: dict[str, Any] = {
    "min_size": CONFIG.min_connections,
    "max_size": CONFIG.max_connections,
    "timeout": CONFIG.acquire_timeout,
    "max_idle": CONFIG.idle_timeout,
    "max_lifetime": CONFIG.max_lifetime,
}


def _database(parameters: dict[str, Any]) -> dict[str, Any]:
    return {
        "ENGINE": "codex_project.database",
        "NAME": parameters.pop("dbname", "postgres"),
        "USER": parameters.pop("user", ""),
        "PASSWORD": parameters.pop("password", ""),
        "HOST": parameters.pop("host", ""),
        "PORT": parameters.pop("port", ""),
        "OPTIONS": {"connect_timeout": 5, "application_name": "codex-memory-django", **parameters, "pool": POOL},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": CONFIG.test_before_acquire,
    }


DATABASES = {"default": _database(CONFIG.database_parameters)}
# PostgreSQL itself, where DATABASE_URL leads to a connection pooler; None if DATABASE_LISTEN_URL is unset.
DIRECT_DATABASE = _database(CONFIG.listen_parameters) if CONFIG.listen_parameters else None

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
# Serves static files from the packages, even with DEBUG off, so collectstatic is not needed.
WHITENOISE_USE_FINDERS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CSRF_COOKIE_HTTPONLY = True  # forms carry the token, and no script reads it

# This needs https, so it is on only if the web side is reachable from elsewhere: runserver on localhost must work.
if CONFIG.served_beyond_loopback:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
TRUST_PROXY = CONFIG.trust_proxy
PUBLIC_URL = CONFIG.public_url
# Functions that know bearer tokens (`mcp_server.access`).
ACCESS_BACKENDS = ["mcp_server.tokens.caller_of", *provider.BACKENDS]
RATELIMIT_IP_META_KEY = "codex_project.login.client_address"
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

OAUTH2_PROVIDER = provider.settings(PUBLIC_URL)
OAUTH2_PROVIDER_APPLICATION_MODEL = "oauth2_provider.Application"  # the default, which makemigrations looks up
SILENCED_SYSTEM_CHECKS = provider.SILENCED_CHECKS

# The log formats do not show these, and collecting them takes half of a line's time.
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
logging._srcfile = None  # as logging's documentation advises: skips walking the stack

# stdout belongs to the protocol: every handler writes to stderr.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": log_lines.FORMATTERS,
    "handlers": {"stderr": {"class": "memories.observability.log_lines.StderrHandler", "formatter": CONFIG.log_format}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        name: {"level": "DEBUG" if CONFIG.log_level == "trace" else CONFIG.log_level.upper()}
        for name in ("codex_project", "mcp_server", "patterns", "memories", "django")
    }
    | {
        "django.db.backends": {"level": "DEBUG" if CONFIG.log_level == "trace" else "INFO"},
        "memories.sql": {"level": "DEBUG" if CONFIG.log_level == "trace" else "INFO"},
        # Whatever a client sends is answered with 400, and would fill the log with tracebacks that quote it.
        "django.security": {"level": "CRITICAL"},
        "django.security.csrf": {"level": "WARNING"},
        # The pool warns every second while a server is unreachable; calls report that already.
        "psycopg.pool": {"level": "ERROR"},
    },
}

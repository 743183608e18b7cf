"""The settings of a server that may fetch client id documents from this machine, for tests of the whole way.

No variable leads here: only a program that has the tests can name this module, in DJANGO_SETTINGS_MODULE.
"""

from codex_project import settings
from codex_project.settings import *  # noqa: F403

OAUTH2_PROVIDER = {**settings.OAUTH2_PROVIDER, "CIMD_METADATA_FETCHER": "tests.support.oauth_fetcher.LocalFetcher"}

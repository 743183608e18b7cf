"""OAuth 2.1 for hosted clients: the authorization server of `/mcp`, on django-oauth-toolkit (docs/decisions/oauth.md).

It is installed by the extra `oauth`. Without it, nothing of this package is loaded, and none of its URLs exist.
"""

from importlib.util import find_spec

IS_INSTALLED = find_spec("oauth2_provider") is not None

"""URLs of OAuth, in the namespace in which django-oauth-toolkit looks for them. Most of its own have no use here."""

from django.urls import path
from oauth2_provider.views import OAuthServerMetadataView

from codex_project import resource_metadata
from codex_project.oauth import views
from codex_project.oauth.consent_page import ConsentView

app_name = "oauth2_provider"
urlpatterns = [
    path(".well-known/oauth-authorization-server", OAuthServerMetadataView.as_view(), name="oauth-server-metadata"),
    *(path(each, views.protected_resource) for each in resource_metadata.PATHS),
    path("oauth/authorize", ConsentView.as_view(), name="authorize"),
    path("oauth/token", views.Tokens.as_view(), name="token"),
    path("oauth/register", views.RegistrationView.as_view(), name="dcr-register"),
    path("oauth/revoke", views.Revocation.as_view(), name="revoke-token"),
]

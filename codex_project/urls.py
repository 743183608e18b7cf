"""URLs of the web side."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from codex_project import oauth, people, resource_metadata

admin.autodiscover()
people.register()

urlpatterns = [
    path("admin/", admin.site.urls),
    # First, because its metadata of the resource names the authorization server.
    *([path("", include("codex_project.oauth.urls"))] if oauth.IS_INSTALLED else []),
    *(path(each, resource_metadata.resource_metadata) for each in resource_metadata.PATHS),
    path("", RedirectView.as_view(pattern_name="admin:index")),
]

"""URLs of the web side."""

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

from codex_project import people, resource_metadata

admin.autodiscover()
people.register()

urlpatterns = [
    path("admin/", admin.site.urls),
    *(path(each, resource_metadata.resource_metadata) for each in resource_metadata.PATHS),
    path("", RedirectView.as_view(pattern_name="admin:index")),
]

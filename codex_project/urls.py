"""URLs of the web side."""

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

from codex_project import people

admin.autodiscover()
people.register()

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", RedirectView.as_view(pattern_name="admin:index")),
]

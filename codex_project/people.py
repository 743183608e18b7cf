"""The admin of users and groups: Django's pages without the parts that screen readers cannot use."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User


class PersonAdmin(UserAdmin):  # type: ignore[type-arg] # not subscriptable at run time
    # These are never edited, and their inputs have no labels.
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ()


class RoleAdmin(GroupAdmin):
    filter_horizontal = ()


def register() -> None:
    """Replace Django's admins after they are registered."""
    for model, model_admin in ((User, PersonAdmin), (Group, RoleAdmin)):
        if not isinstance(admin.site._registry.get(model), model_admin):
            admin.site.unregister(model)
            admin.site.register(model, model_admin)

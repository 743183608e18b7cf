"""Projects in the admin: the filters by project and by succession, and moving memories to another project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from memories import limits, projects
from memories.admin import audit, bulk, rendering
from memories.admin.base import CuratorAdmin, whole_number
from memories.admin.filters import TypedChoices, choices_of
from memories.errors import ValidationError
from memories.models import Memory

ATTEMPTS = 3  # of a batch that moves a content which others store in the project at the same moment


class ProjectFilter(TypedChoices):
    """Filters by project. "-" selects the memories of no project."""

    title = "project"
    parameter_name = "project"
    typed_label = "Another project"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return {name or projects.NONE: count for name, count in choices_of(request).projects.items()}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, self.named(name)) for name, _ in super().lookups(request, model_admin)]

    def named(self, value: str) -> str:
        return "none" if value == projects.NONE else value

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.chosen()
        return queryset.filter(project="" if value == projects.NONE else value) if value else queryset


class SuccessionFilter(admin.SimpleListFilter):
    title = "succession"
    parameter_name = "superseded"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "Current"), ("yes", "Superseded")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(superseded_by__isnull=self.value() == "no")


def link(project: str) -> SafeString:
    """Render a project as a link to its memories."""
    address = f"{reverse('admin:memories_memory_changelist')}?{urlencode({'project': project or projects.NONE})}"
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, project) if project else rendering.NONE


# Moving


class MoveForm(forms.Form):
    """Asks for the project to move memories to."""

    to_project = forms.CharField(
        label="Project",
        required=False,
        max_length=limits.PROJECT_MAX_CHARACTERS,
        help_text="Blank: they belong to no project.",
        widget=forms.TextInput(attrs={"size": 50, "list": "known-projects", "spellcheck": "false"}),
    )

    def clean_to_project(self) -> str:
        name: str = self.cleaned_data["to_project"]
        try:
            return projects.validated(name) if name else ""
        except ValidationError as error:
            raise forms.ValidationError(error.message) from None


@dataclass(frozen=True)
class MoveOperation(bulk.Operation):
    def where(self, count: int) -> str:
        project = self.parameters["project"]
        return f" to {project}" if project else f" out of {'its project' if count == 1 else 'their projects'}"

    def run(self, ids: list[Any]) -> list[audit.Row]:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with transaction.atomic():
                    return super().run(ids)
            except IntegrityError:  # stored in the project by another since; the next attempt leaves it where it is
                if attempt == ATTEMPTS:
                    raise
        raise AssertionError("unreachable")

    def whole(self, ids: list[Any], queryset: QuerySet[Any]) -> list[Any]:
        """Add the predecessors and successors: a memory that moves without the other parts from it."""
        with connection.cursor() as cursor:
            cursor.execute(bulk.sql["successions"], {"ids": ids})
            kin = [key for (key,) in cursor.fetchall()]
        return list({*ids, *queryset.order_by().filter(pk__in=kin).values_list("pk", flat=True)})


def move(project: str) -> MoveOperation:
    where = f"to {project}" if project else "out of their projects"
    texts = ("Moving", "Moved", f"Move these memories {where}?")
    why = f"because {project or 'a memory of no project'} has the same content already"
    return MoveOperation("move", "change", CHANGE, bulk.sql["move"], *texts, {"project": project}, why_staying=why)


def _scope(chosen: bulk.Scope, project: str, request: HttpRequest) -> bulk.Scope:
    """Leave out what is in the project already, and what it has the content of."""
    same = Memory.objects.filter(project=project, content_hash=OuterRef("content_hash"))
    movable = chosen.queryset.exclude(project=project).exclude(Exists(same))
    scope = replace(chosen, queryset=movable, whole=False)
    if request.POST.get("confirmed") == "1":
        return replace(scope, staying=whole_number(request.POST.get("staying", "")))
    # Of several with the same content, one moves.
    total = movable.order_by().values("content_hash").distinct().count()
    return replace(scope, total=total, staying=chosen.queryset.order_by().exclude(project=project).count() - total)


class MovingAdmin(CuratorAdmin):
    """Adds the action that moves memories to another project."""

    @admin.action(permissions=["change"], description="Move to another project")
    def move_to_project(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return self.bulk_move_view(request)

    def bulk_move_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:memories_memory_changelist"))
        form = MoveForm(request.POST if "to_project" in request.POST else None)
        scope = bulk.scope_of(self, request)
        if not form.is_valid():
            names = [name for name in choices_of(request).projects if name]
            asked = {"form": form, "title": "Move to another project", "suggestions": names}
            return bulk.choose(self, request, move(""), scope, **asked)
        project = form.cleaned_data["to_project"]
        return bulk.respond(self, request, move(project), _scope(scope, project, request))

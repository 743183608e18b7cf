"""Importing a small file in the admin: upload, a preview of what would happen, and the import itself.

Between the steps the file is kept in CODEX_DATA_DIR, under a name that only a signed token tells. Larger files are for
the command `import_memories`, which needs no request that lasts.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import ADDITION
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from memories import limits, projects, provenance
from memories.admin import audit
from memories.admin.base import CuratorAdmin
from memories.errors import ValidationError
from memories.moving import files, formats
from memories.moving.entries import Entry, Options
from memories.moving.errors import DamagedError, MovingError
from memories.moving.importing import Import, Outcome

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    File = UploadedFile[Any]

FILE_MAX_BYTES = 10 * 1024 * 1024
TEXT_MAX_BYTES = 64 * 1024 * 1024  # decompressed
MEMORIES_MAX = 5_000
KEPT_SECONDS = 3_600  # from the preview to the import
PREVIEWED = 10
SHOWN_REASONS = 20
PERMISSION = "memories.add_memory"
_SALT = "memories.admin.importing"


class UploadForm(forms.Form):
    """Asks for a file, its format, and the project for its memories."""

    file = forms.FileField(
        help_text=f"An export, compressed or not, or a Markdown note: at most {FILE_MAX_BYTES // 1024**2} MB and "
        f"{MEMORIES_MAX:,} memories. For more, use the command import_memories."
    )
    format = forms.ChoiceField(
        required=False,
        choices=[
            ("", "Detect it"),
            *((each.name, capfirst(each.title)) for each in formats.FORMATS),
        ],
    )
    to_project = forms.CharField(
        label="Project",
        required=False,
        max_length=limits.PROJECT_MAX_CHARACTERS,
        help_text="Blank: each memory keeps its project.",
        widget=forms.TextInput(attrs={"size": 50, "spellcheck": "false"}),
    )

    def clean_file(self) -> File:
        file: File = self.cleaned_data["file"]
        if (file.size or 0) > FILE_MAX_BYTES:
            raise forms.ValidationError(
                f"The file is too large: at most {FILE_MAX_BYTES // 1024**2} MB. Use the command import_memories."
            )
        return file

    def clean_to_project(self) -> str:
        name: str = self.cleaned_data["to_project"]
        try:
            return projects.validated(name) if name else ""
        except ValidationError as error:
            raise forms.ValidationError(error.message) from None


@dataclass(frozen=True)
class Upload:
    """A file that is kept, and how it is to be imported.

    Args:
        path: of the file.
        title: its name on the curator's machine.
        format: '' to detect it.
        project: that all memories get; '' for their own.
    """

    path: Path
    title: str
    format: str
    project: str

    def token(self) -> str:
        return signing.dumps([self.path.name, self.title, self.format, self.project], salt=_SALT, compress=True)


@dataclass
class Result:
    """What an import did, or would do."""

    first: list[dict[str, Any]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    reasons: list[tuple[int, str]] = field(default_factory=list)
    unit: str = ""
    unlinked: int = 0
    problem: str = ""  # why it ended before the end of the file

    def add(self, outcome: Outcome) -> None:
        if outcome.reason and len(self.reasons) < SHOWN_REASONS:
            self.reasons.append((outcome.item.number, outcome.reason))

    @property
    def not_shown(self) -> int:
        return self.counts["refused"] + self.counts["conflict"] - len(self.reasons)


def _folder() -> Path:
    folder: Path = settings.CODEX_DATA_DIR / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _keep(request: HttpRequest, form: UploadForm) -> Upload:
    """Keep an uploaded file, and remove those that nobody imported in time.

    Raises:
        MovingError: it cannot be kept.
    """
    file: File = form.cleaned_data["file"]
    try:
        folder = _folder()
        for old in folder.iterdir():
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                old.unlink(missing_ok=True)
        path = folder / f"{request.user.pk}-{secrets.token_hex(16)}"
        with open(path, "xb", opener=files.for_owner_only) as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    except OSError as error:
        raise MovingError(f"The file cannot be kept until it is imported: {error.strerror or error}.") from error
    title = "".join(each for each in file.name or "" if each.isprintable())[:200] or "upload"
    return Upload(path, title, form.cleaned_data["format"], form.cleaned_data["to_project"])


def _kept(request: HttpRequest, token: str) -> Upload | None:
    """The file that a token names; None if it is another user's, or no longer there."""
    try:
        name, title, format_, project = signing.loads(token, salt=_SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return None
    path = _folder() / name
    return Upload(path, title, format_, project) if name.startswith(f"{request.user.pk}-") and path.exists() else None


def run(request: HttpRequest, upload: Upload, *, is_dry_run: bool) -> Result:
    """Import a file, or find out what its import would do.

    Raises:
        MovingError: it cannot be read at all.
    """

    def record(stored: Sequence[Entry]) -> None:
        rows = [(entry.id, entry.content_hash) for entry in stored]
        what = f"Imported {len(rows):,} {'memory' if len(rows) == 1 else 'memories'}"
        audit.log_batch(request, ADDITION, what, rows, selection=f"from the file {upload.title}")

    result = Result()
    options = Options(
        project=upload.project or None,
        is_dry_run=is_dry_run,
        actor=provenance.curator(request.user.get_username()),
    )
    with (
        files.reading(str(upload.path), title=upload.title, at_most=TEXT_MAX_BYTES) as reader,
        Import(options, result.add, record) as run,
    ):
        source = formats.Source(upload.title, reader)
        format_ = formats.named(upload.format) if upload.format else formats.detect(source)
        result.unit = format_.unit.capitalize()
        try:
            for _ in run.run(_bounded(format_.read(source), result)):
                pass
        except DamagedError as error:
            result.problem = str(error)
    result.counts, result.unlinked = run.counts, run.unlinked
    return result


def _bounded(items: Iterator[formats.Item], result: Result) -> Iterator[formats.Item]:
    """Pass items on, and keep the first to be shown.

    Raises:
        MovingError: there are too many.
    """
    for item in islice(items, MEMORIES_MAX):
        if item.record is not None and len(result.first) < PREVIEWED:
            result.first.append(item.record)
        yield item
    if next(items, None) is not None:
        raise MovingError(f"The file has more than {MEMORIES_MAX:,} memories. Use the command import_memories.")


class ImportingAdmin(CuratorAdmin):
    """Adds the page that imports a file."""

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if request.method == "POST" and "token" in request.POST:
            return self._import(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self._page(request, "choosing", "Import memories", form=form)
        try:
            upload = _keep(request, form)
            result = run(request, upload, is_dry_run=True)
        except MovingError as error:
            form.add_error("file", str(error))
            return self._page(request, "choosing", "Import memories", form=form)
        return self._page(request, "asking", "Import these memories?", upload=upload, result=result)

    def _import(self, request: HttpRequest) -> HttpResponse:
        upload = _kept(request, request.POST["token"])
        if upload is None:
            self.message_user(request, "The file is no longer kept here. Upload it again.", messages.WARNING)
            return HttpResponseRedirect(reverse("admin:memories_memory_import"))
        try:
            result = run(request, upload, is_dry_run=False)
        except MovingError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:memories_memory_import"))
        finally:
            with suppress(OSError):
                upload.path.unlink()
        count = result.counts["imported"]
        title = f"Imported {count:,} {'memory' if count == 1 else 'memories'}"
        return self._page(request, "finished", title, upload=upload, result=result)

    def _page(self, request: HttpRequest, stage: str, title: str, **more: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "stage": stage,
            "title": title,
            "list_url": reverse("admin:memories_memory_changelist"),
            **more,
        }
        return TemplateResponse(request, "admin/memories/memory/import.html", context)

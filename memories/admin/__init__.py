"""The admin of memories (Django admin)."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry

from memories.admin.audit import LogEntryAdmin
from memories.admin.memory import MemoryAdmin
from memories.admin.processed import ProcessedMemoryAdmin
from memories.admin.trash import DeletedMemoryAdmin
from memories.models import DeletedMemory, Memory, ProcessedMemory

admin.site.register(Memory, MemoryAdmin)
admin.site.register(ProcessedMemory, ProcessedMemoryAdmin)
admin.site.register(DeletedMemory, DeletedMemoryAdmin)
admin.site.register(LogEntry, LogEntryAdmin)

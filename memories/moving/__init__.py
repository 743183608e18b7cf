"""Moving memories: exports as files, and imports of these and of what other systems export (docs/moving.md)."""

#!/usr/bin/env python
"""Run Codex Memory's commands from a checkout; the installed `codex-memory` does the same."""

from codex_project.__main__ import main

if __name__ == "__main__":
    main()

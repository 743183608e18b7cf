"""`python -m tests.faults`: agents change memories while something breaks; then everything is counted.

A round starts agents on three server processes (`world.py`), lets one fault happen at a random moment (`happening.py`),
and compares what the database and the servers then say with what was acknowledged (`model.py`, `checking.py`).
"""

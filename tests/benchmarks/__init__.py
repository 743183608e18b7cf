"""Benchmarks: `python -m tests.benchmarks --help`."""

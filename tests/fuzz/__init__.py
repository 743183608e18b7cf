"""`python -m tests.fuzz`: inputs that nobody thought of, for as long as one likes.

A target knows valid inputs, sends an input to the server, and judges the answer. The inputs are valid ones with
mistakes in them (`mutation.py`), and earlier inputs whose answers were new (`corpus.py`). Every input must get a
result or a documented error; nothing may hang, be logged as a traceback, or grow.
"""

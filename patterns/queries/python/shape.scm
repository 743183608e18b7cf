; What all signatures of Python have in common. True and False are literals; None is the absence of one, and stays.
((module)
  (#set! omit "block")
  (#set! blank "string concatenated_string integer float true false")
  (#set! verbatim "none ellipsis wildcard_import keyword_separator positional_separator import_prefix")
  (#set! tight "keyword_argument default_parameter relative_import")
  (#set! prompts ">>> ...")
  (#set! beginnings "if _: pass
|try: pass
")
  (#set! ending "class _: pass"))

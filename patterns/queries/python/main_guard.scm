; if __name__ == "__main__":
((if_statement
    condition: (comparison_operator (identifier) @_name (string) @_main)) @pattern
  (#eq? @_name "__name__")
  (#match? @_main "^['\"]__main__['\"]$")
  (#set! signature "if __name__ == \"__main__\":")
  (#set! features "size"))

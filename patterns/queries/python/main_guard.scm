; if __name__ == "__main__": either way round, in parentheses, as an elif, or joined to other conditions by `and`.
; With `or`, `not` or another operator the body also runs where the module is imported: no guard.
([(if_statement condition: [(comparison_operator) (parenthesized_expression)] @_main)
  (elif_clause condition: [(comparison_operator) (parenthesized_expression)] @_main)] @pattern
  (#match? @_main "^(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\1|[rRuU]?('''|\"\"\"|'|\")__main__\\2(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)(?:[\\s)\\\\]|#[^\\n]*\\n)*$")
  (#set! signature "if __name__ == \"__main__\":")
  (#set! features "size"))

([(if_statement condition: [
    (boolean_operator operator: "and") @_all
    (boolean_operator left: (parenthesized_expression (boolean_operator operator: "and") @_all) operator: "and")
    (boolean_operator operator: "and" right: (parenthesized_expression (boolean_operator operator: "and") @_all))
    (parenthesized_expression (boolean_operator operator: "and") @_all)
    (parenthesized_expression (parenthesized_expression (boolean_operator operator: "and") @_all))])
  (elif_clause condition: [
    (boolean_operator operator: "and") @_all
    (boolean_operator left: (parenthesized_expression (boolean_operator operator: "and") @_all) operator: "and")
    (boolean_operator operator: "and" right: (parenthesized_expression (boolean_operator operator: "and") @_all))
    (parenthesized_expression (boolean_operator operator: "and") @_all)
    (parenthesized_expression (parenthesized_expression (boolean_operator operator: "and") @_all))])] @pattern
  (#match? @_all "^(?:(?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\1|[rRuU]?('''|\"\"\"|'|\")__main__\\2(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)|\\((?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\3|[rRuU]?('''|\"\"\"|'|\")__main__\\4(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)\\))\\s+and\\b|^[^()\\[\\]{}]*\\band\\s+(?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\5|[rRuU]?('''|\"\"\"|'|\")__main__\\6(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)\\s+and\\b|\\band\\s+(?:(?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\7|[rRuU]?('''|\"\"\"|'|\")__main__\\8(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)|\\((?:(?:\\w+\\s*:=\\s*)?__name__(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*[rRuU]?('''|\"\"\"|'|\")__main__\\9|[rRuU]?('''|\"\"\"|'|\")__main__\\10(?:[\\s)\\\\]|#[^\\n]*\\n)*==(?:[\\s(\\\\]|#[^\\n]*\\n)*(?:\\w+\\s*:=\\s*)?__name__)\\))$")
  (#set! signature "if __name__ == \"__main__\":")
  (#set! features "size"))

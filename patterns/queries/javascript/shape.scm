; What all signatures of JavaScript have in common.
((program)
  (#set! omit "statement_block class_body switch_body")
  (#set! blank "string template_string number regex true false")
  (#set! verbatim "null undefined this super"))

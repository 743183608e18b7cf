; What all signatures of JavaScript have in common.
((program)
  (#set! omit "statement_block class_body switch_body")
  (#set! blank "string template_string number regex true false")
  (#set! verbatim "null undefined this super")
  (#set! prompts "> ... |")
  (#set! beginnings "if (_) |try |_|class _ {|_ = {")
  (#set! ending "class _ {}"))

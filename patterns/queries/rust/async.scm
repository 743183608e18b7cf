; async fn (with a body or, in a trait, without one), async {…}, async closures and .await
([(function_item (function_modifiers "async")) (function_signature_item (function_modifiers "async"))] @pattern
  (#set! blank "parameter.type")
  (#set! keep "Self Result Option Box Vec String")
  (#set! features "size"))

((async_block) @pattern
  (#set! features "size"))

((closure_expression "async") @pattern
  (#set! features "size"))

((await_expression) @pattern
  (#set! blank "closure_expression"))

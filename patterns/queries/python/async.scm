; async def, async with, async for, also in comprehensions, and await. Bodies, types and arguments are left out.
((function_definition "async") @pattern
  (#set! blank "type default_parameter.value typed_default_parameter.value")
  (#set! tight "typed_default_parameter")
  (#set! features "size"))

((with_statement "async") @pattern
  (#set! features "size"))

((for_statement "async") @pattern
  (#set! features "size"))

((for_in_clause "async") @pattern)

((await) @pattern)

; with _(_) as _: or async with _:
((with_statement (with_clause) @items) @pattern
  (#set! features "depth size arity async"))

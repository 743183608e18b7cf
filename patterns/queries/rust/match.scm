; match _ {Some(_) => _, None => _}: what an arm does is left out, what it matches is the shape.
((match_expression body: (match_block) @items) @pattern
  (#set! blank "match_arm.value")
  (#set! keep "Some None Ok Err")
  (#set! features "depth size arity"))

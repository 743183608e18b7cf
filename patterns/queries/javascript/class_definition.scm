; class _ extends _ {…}
([(class_declaration body: (class_body) @items) (class body: (class_body) @items)] @pattern
  (#set! features "depth size arity"))

; class _(_):
((class_definition superclasses: (argument_list)? @items) @pattern
  (#set! features "depth size arity"))

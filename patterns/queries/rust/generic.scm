; Type parameters and where clauses: <_: Clone + _>, where _: _
((type_parameters) @pattern @items
  (#set! keep "Clone Copy Debug Default Display Eq PartialEq Ord PartialOrd Hash From Into AsRef Iterator IntoIterator Fn FnMut FnOnce Future Send Sync Sized static")
  (#set! features "arity"))

((where_clause) @pattern
  (#set! keep "Clone Copy Debug Default Display Eq PartialEq Ord PartialOrd Hash From Into AsRef Iterator IntoIterator Fn FnMut FnOnce Future Send Sync Sized static"))

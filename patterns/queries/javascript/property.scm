; get _() {…}, set _(_) {…}
([(method_definition "get") (method_definition "set")] @pattern
  (#set! features "size"))

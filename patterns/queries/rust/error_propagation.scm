; _(_)? and _._()?
((try_expression) @pattern
  (#set! blank "closure_expression"))

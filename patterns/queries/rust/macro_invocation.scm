; println!(…), vec![…]: the standard library's macros and those of its most common companions are kept.
; What of their arguments is code is searched as well: expressions, and what a block may hold.
((macro_invocation (token_tree) @tokens) @pattern
  (#set! read_as "({});" "{};")
  (#set! separators "; => : , = if")
  (#set! refuse "metavariable")
  (#set! keep "print println eprint eprintln format write writeln vec panic todo unimplemented unreachable assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne dbg include include_str include_bytes env option_env concat stringify line column file module_path cfg matches thread_local compile_error try std core alloc trace debug info warn error log tracing tokio select join bail ensure anyhow json serde_json lazy_static bitflags"))

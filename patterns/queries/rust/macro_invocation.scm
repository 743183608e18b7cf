; println!(…), vec![…]: the standard library's macros and those of its most common companions are kept.
((macro_invocation) @pattern
  (#set! keep "print println eprint eprintln format write writeln vec panic todo unimplemented unreachable assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne dbg include include_str include_bytes env option_env concat stringify line column file module_path cfg matches thread_local compile_error try std core alloc trace debug info warn error log tracing tokio select join bail ensure anyhow json serde_json lazy_static bitflags"))

; import _, {_ as _} from _ and import(_)
((import_statement) @pattern)

((call_expression function: (import)) @pattern)

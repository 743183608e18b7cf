; import _, import _._ as _, from _ import _, _
((import_statement) @pattern)

((import_from_statement) @pattern)

((future_import_statement) @pattern)

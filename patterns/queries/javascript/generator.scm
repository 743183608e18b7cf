; yield _ and yield* _
((yield_expression) @pattern)

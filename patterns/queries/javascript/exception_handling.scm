; try {…} catch (_) {…} finally {…}
((try_statement) @pattern
  (#set! features "depth size"))

; try: … except _ as _: … else: … finally:
((try_statement) @pattern
  (#set! features "depth size"))

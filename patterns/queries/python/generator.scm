; What makes a function a generator: yield _ or yield from _
((yield) @pattern)

# must: answer
for n in ("toFixed", "length", "charCodeAt", "push", "call", "apply", "bind", "arguments", "caller"):
    print(any(hasattr(o, n) for o in (1, 1.5, "", [], (), print, lambda: 0, {}, type, None)))

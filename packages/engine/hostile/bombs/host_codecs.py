# must: answer
for n in ("constructor", "__proto__", "toString"):
    for f in (lambda: "a".encode(n), lambda: b"a".decode(n), lambda: "\u1234".encode("ascii", n)):
        try:
            print(f())
        except LookupError as e:
            print(e)

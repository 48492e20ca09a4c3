# must: end
m = memoryview(b'abc')
m.release()
for f in (lambda: m[0], lambda: len(m), lambda: bytes(m), lambda: m.tolist()):
    try:
        f()
    except ValueError as e:
        print(e)

import array, sys
a = array.array("h", b"\x01\x02\x03\x04")
a.frombytes(b"\xff\xff")
print(a, a.tobytes(), a.count(-1), a.index(1027), 513 in a)
a.byteswap()
print(a, sys.getsizeof(a))
for wrong in (lambda: a.index(9), lambda: a.remove(9), lambda: a.frombytes(b"abc"), lambda: array.array("q", "abc"), lambda: array.array("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
a.remove(-1)
print(a.pop(0), a, array.array("d", a), array.array("d", [1.5]).tobytes())

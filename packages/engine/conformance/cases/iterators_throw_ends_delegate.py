def inner():
    try:
        yield 1
    except RuntimeError:
        pass
    return 5


def outer():
    x = yield from inner()
    print("back", x)
    yield x


g = outer()
next(g)
print(g.throw(RuntimeError))
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
print(list(g))

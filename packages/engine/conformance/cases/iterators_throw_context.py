def handling():
    try:
        raise KeyError("handled")
    except Exception:
        yield


g = handling()
next(g)
try:
    g.throw(ValueError)
except Exception as e:
    print(repr(e), repr(e.__context__))


def plain():
    yield


g = plain()
next(g)
try:
    raise KeyError("outside")
except KeyError:
    try:
        g.throw(ValueError("in"))
    except ValueError as e:
        print(repr(e), repr(e.__context__))

import sys
import warnings


def f():
    yield


class Wrong(Exception):
    def __new__(cls, *args):
        return cls


g = f()
next(g)
if sys.version_info >= (3, 9):  # 3.8 crashes
    try:
        g.throw(Wrong)
    except TypeError as e:
        print(e)
try:
    raise Wrong
except TypeError as e:
    print(e)
g = f()
next(g)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        g.throw(ValueError, "told")
    except ValueError as e:
        print(e, [str(w.message) for w in caught])

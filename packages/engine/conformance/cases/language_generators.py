# generators, comprehensions
def gen():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e); yield 99
    finally: print("closing")
g = gen(); print(next(g), g.send("a"), g.throw(ValueError("v")))
try: next(g)
except StopIteration as e: print("stop", e.value)
g = gen(); next(g); g.close()
g = gen(); next(g); del g
def sub():
    r = yield 1
    print("sub", r)
    return "done"
def main():
    v = yield from sub()
    print(v)
    yield from [5, 6]
    return 7
m = main(); print(next(m), m.send("hello"), next(m))
try: next(m)
except StopIteration as e: print(e.value)
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
try: gen().send(3)
except TypeError as e: print(e)
g = gen()
print([x for x in range(3)], {x % 2 for x in range(4)}, {k: v for k, v in zip("ab", (1, 2))}, list(x * y for x in (1, 2) for y in (3, 4) if y > 3))
x = "outer"
print([x for x in "abc"], x)
def f():
    x = "o"
    l = [x for x in "ab"]
    fs = [lambda: i for i in range(3)]
    return x, l, [q() for q in fs], [[j for j in range(i)] for i in range(3)], [(a, x) for a in [1]]
print(f())
class C:
    y = 5
    z = [y for _ in range(2)] if False else [i for i in range(y)]
print(C.z)
print([y := 1, y ** 2], (lambda: [last := i for i in range(4)] and last)() if False else None)
def wal():
    r = [(t := i) for i in range(3)]
    return r, t
print(wal())
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); print(c(), c(), c())
def genrun():
    yield 1
g = genrun()
print(g.gi_running, g.gi_frame is not None, g.gi_code.co_name); list(g); print(g.gi_frame)
it = iter([1,2,3]); print(next(it), list(it), next(it, "d"))
a, *b, c = range(6); print(a, b, c)
(a, b), [c, *d] = (1, 2), "xyz"; print(a, b, c, d)
for bad in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 3", "[a, b] = {1:2,3:4,5:6}"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
print([*range(2), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2})
def e():
    l = []
    for l2 in (l.append(i) for i in range(3)): pass
    return l
print(e(), sum(i for i in range(5)), max((len(s), s) for s in ("aa", "b")))
def lz():
    print("started"); yield
z = lz(); print("made"); next(z)
def twice():
    try: yield 1
    finally:
        yield 2
t = twice(); next(t)
try: t.close()
except RuntimeError as e: print(e)
def exc_in_gen():
    try: yield 1
    except ValueError: yield sys.exc_info()[0]
import sys
g = exc_in_gen(); next(g); print(g.throw(ValueError)); print(sys.exc_info())
try: raise KeyError
except KeyError:
    def g2(): yield sys.exc_info()[0]
    print(next(g2()))

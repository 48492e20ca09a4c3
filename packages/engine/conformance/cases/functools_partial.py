from functools import partial, reduce
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords)
q = partial(partial(max, 1), 5)
print(q(3), q.args, q.func is max, partial(print, 1, sep="-"))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7))
try: reduce(max, [])
except TypeError as e: print(e)

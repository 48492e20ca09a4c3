# must: answer
def f(constructor=1, **kw):
    return constructor, sorted(kw.items())
print(f(**{"__proto__": 1, "toString": 2, "constructor": 3}))
print(dict(__proto__=1, constructor=2))
try:
    f(1, **{"constructor": 2})
except TypeError as e:
    print(e)
try:
    print(1, __proto__=3)
except TypeError as e:
    print(type(e).__name__)

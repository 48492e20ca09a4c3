import weakref


class K:
    pass


a, b, c = K(), K(), K()
left, right = weakref.WeakKeyDictionary({a: 1, b: 2}), weakref.WeakKeyDictionary({c: 3, a: 10})
try:
    both = left | right
    print(type(both).__name__, sorted(both.values()))
    both = {c: 7} | left
    print(type(both).__name__, sorted(both.values()))
    left |= right
    print(sorted(left.values()))
    values = weakref.WeakValueDictionary(x=a) | {"y": b}
    print(type(values).__name__, sorted(values))
    print(left.__or__(1))
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)

import copy


class Point:
    def __new__(cls, x, *, y):
        self = object.__new__(cls)
        self.x, self.y = x, y
        return self

    def __getnewargs_ex__(self):
        return (self.x,), {"y": self.y}


p = Point([1], y=[2])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.x is p.x, q.y is p.y, r.x == p.x, r.x is p.x, r.y is p.y)
print([type(part).__name__ for part in p.__reduce_ex__(4)], p.__reduce_ex__(2)[0].__name__)


class Wrong:
    def __getnewargs_ex__(self):
        return self.what


for what in [1, (1,), (1, {}), ((), 1)]:
    w = Wrong()
    w.what = what
    try:
        copy.copy(w)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

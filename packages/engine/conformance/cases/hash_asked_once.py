class Counting(int):
    asked = 0

    def __hash__(self):
        Counting.asked += 1
        return int(self)

    __eq__ = int.__eq__


def cost(what, make):
    before = Counting.asked
    result = make()
    print(what, Counting.asked - before)
    return result


keys = [Counting(i) for i in range(5)]
d = cost("fromkeys", lambda: dict.fromkeys(keys))
s = cost("set of dict", lambda: set(d))
cost("fromkeys of set", lambda: dict.fromkeys(s))
cost("fromkeys of dict", lambda: dict.fromkeys(d))
cost("update", lambda: {1.5: 0, **d})
cost("difference", lambda: s.difference(d))
cost("symmetric", lambda: s.symmetric_difference_update(d))
cost("setdefault", lambda: d.setdefault(Counting(9), 1))
cost("copy", lambda: dict(d))

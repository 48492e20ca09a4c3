a, b = "".join(["x", "y"]), "".join(["x", "y"])
s = {a}
s.add(b)
print(next(iter(s)) is a)
s.discard(b)
s.add(b)
print(next(iter(s)) is b)
print(next(iter({1} & {True})), next(iter({True} | {1})), {1: "a", True: "b"}, {1.0} - {2})

class Key:
    act = None

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 77

    def __eq__(self, other):
        if self.act is not None:
            act, self.act = self.act, None
            act()
        return self is other


a, b, c = Key("a"), Key("b"), Key("c")
d = {a: 1, b: 2, c: 3}
print("another entry goes")
a.act = lambda: d.pop(b)
print(d.get(Key("d")), len(d))
print("an entry comes")
a.act = lambda: d.update(x=1)
print(d.get(Key("e")), len(d))
print("this entry goes")
a.act = lambda: d.pop(a)
print(d.get(Key("f")), len(d))
print("another table")
c.act = lambda: d.update({str(i): i for i in range(20)})
print(d.get(Key("g")), len(d))

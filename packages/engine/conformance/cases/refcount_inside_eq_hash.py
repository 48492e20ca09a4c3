import sys
rc = sys.getrefcount
class E:
    def __eq__(self, o):
        print("eq", rc(self), rc(o))
        return True
    def __hash__(self):
        print("hash", rc(self))
        return 1
a, b = E(), E()
s = {a}
print(b in s)
s.add(b)
print([a].index(b), (a,).count(b), [a] == [b])

# must: answer
class A:
    def __repr__(self):
        x.clear()
        return "A"
x = [A(), A(), A()]
print(repr(x), x)

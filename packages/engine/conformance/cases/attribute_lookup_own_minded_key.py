class Key:
    def __init__(self, name): self.name = name
    def __hash__(self): return hash(self.name)
    def __eq__(self, other):
        print("compared with", other)
        if isinstance(C.__dict__.get(self.name), Constant): delattr(C, self.name)
        return False
class Constant:
    def __get__(self, instance, owner): return 1
class C:
    attr = Constant()
c = C()
c.__dict__[Key("attr")] = 0
print(c.attr)
print(hasattr(c, "attr"))
class Same(Key):
    def __eq__(self, other): return self.name == other
c.__dict__[Same("other")] = 5
print(c.other)

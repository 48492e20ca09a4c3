class I(int):
    def __pow__(self, other, mod=None):
        print("pow", int(self), int(other), mod if mod is None else int(mod))
        return NotImplemented
    def __rpow__(self, other, mod=None):
        print("rpow", int(self), int(other), mod if mod is None else int(mod))
        return 8
print(2 ** I(3))
class F:
    def __rpow__(self, other, mod=None): return "F", other, mod
class T:
    def __init__(self, name): self.name = name
    def __pow__(self, other, mod=None): return self.name, "pow"
for args in [(2, I(3), 5), (2, 3, I(5)), (2, F(), 5), (2, 3, F()), (T("a"), T("b"), T("c")), (2, T("b"), 5), (2, 3, T("c")), (F(), F(), 2)]:
    try: print(pow(*args))
    except TypeError as e: print(e)

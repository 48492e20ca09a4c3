import gc
gc.collect(); gc.disable()
class A:
    def __init__(self): self.cb = lambda: self
A()
print(gc.collect())
class B:
    def __init__(self):
        def cb(x=self): return x
        self.cb = cb
B()
print(gc.collect())

class A:
    def __init__(self): self.x = 1000; self.y = "text here"
a, b = A(), A()
print(a.x is b.x, a.y is b.y, a.__dict__ is b.__dict__, a.__class__ is A)
print(a.__init__ is a.__init__, A.__init__ is A.__init__, a.__dict__ is a.__dict__, vars(a) is a.__dict__)

class A:
    def m(self): pass
print(A().m)

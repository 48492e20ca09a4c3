class A:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, o): return self.n == o.n
    def __del__(self): print("del", self.n)
s = {A(3), A(1), A(2)}
s.discard(A(1))
print("discarded")
s.clear()
print("cleared")
s = {A(8), A(0), A(16)}
del s
print("dropped")
s = {A(1)}
s.add(A(1))
print("again")
s -= {A(1)}
print("end")

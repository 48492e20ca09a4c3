class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    for a in [A(1), A(2), A(3)]:
        if a.n == 2: return "found"
print(f())
def g():
    while True:
        x = A(4)
        break
    print("after loop")
g()

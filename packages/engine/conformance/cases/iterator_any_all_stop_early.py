class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def gen():
    try:
        for i in range(3): yield i
    finally: print("closed")
print(any(i == 1 for i in gen()))
print(all(i < 1 for i in gen()))
print(any(A(i).n for i in range(2)))
class It:
    def __iter__(self): print("iter"); return iter([1, 2])
print([x for x in It()], list(x for x in It()), tuple(x for x in It()))

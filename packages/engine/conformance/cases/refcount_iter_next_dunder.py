import sys
class It:
    def __init__(self): self.n = 0
    def __iter__(self): print("iter", sys.getrefcount(self)); return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return sys.getrefcount(self)
i = It()
print([x for x in i])
j = It()
print(list(j), sys.getrefcount(j))
for x in It(): print(x)

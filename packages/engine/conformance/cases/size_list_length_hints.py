import sys
class Hint:
    def __init__(self, n, hint): self.n, self.hint, self.i = n, hint, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
    def __length_hint__(self): return self.hint
for hint in (0, 1, 10, 100):
    print(hint, [sys.getsizeof(list(Hint(n, hint))) for n in (0, 1, 2, 5, 9, 10, 11, 60)])

import sys
class Hint:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return self.n
huge = 2 ** 62
for make in (lambda: [1, 2] * huge, lambda: (1, 2) * huge, lambda: "ab" * huge, lambda: "a" * huge, lambda: b"ab" * huge, lambda: b"a" * huge,
             lambda: bytearray(b"ab") * huge, lambda: [0] * 10 ** 15, lambda: "ab" * 10 ** 16, lambda: bytes(10 ** 17),
             lambda: [1] * 2 ** 63, lambda: list(range(10 ** 17)), lambda: list(Hint(2 ** 60))):
    try: print(len(make()))
    except (MemoryError, OverflowError) as e: print(repr(e))
a = [1, 2]
for n in sys.maxsize, sys.maxsize - 1, 2 ** 60:
    try: a.extend(Hint(n))
    except MemoryError: print("MemoryError")
    print(a)
try: a *= 10 ** 16
except MemoryError: print(a)

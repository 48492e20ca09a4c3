import tracemalloc
tracemalloc.start()
t = tracemalloc.get_traced_memory
def d(make):
    a = t()[0]; k = make(); b = t()[0]
    return b - a
print(d(lambda: None))
print(d(lambda: 5000 + len([])))
print(d(lambda: [0] * 5))
print(d(lambda: {1: 1}))
def deep(n): return deep(n - 1) if n else t()[0]
deep(3)
print(deep(9) - deep(9), deep(3) - deep(3))

# must: answer or limit
class H:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return 10 ** 15
try:
    print(list(H()))
except MemoryError as e:
    print(type(e).__name__)

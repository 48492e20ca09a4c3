# must: answer
import tracemalloc
tracemalloc.start(1)
x = [object() for i in range(10000)]
s = tracemalloc.take_snapshot()
print(len(s.traces) > 0)

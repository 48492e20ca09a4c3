import tracemalloc
tracemalloc.start()
a = [bytes(1000) for _ in range(100)]
b = bytes(5000)
snap = tracemalloc.take_snapshot()
tracemalloc.stop()
top = snap.statistics("lineno")[:2]
print([(s.traceback[0].lineno, s.size > 5000) for s in top], top[0].count >= 100)

import tracemalloc
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
x = bytearray(100000)
cur, peak = tracemalloc.get_traced_memory()
print(cur >= 100000, peak >= cur)
del x
cur2, peak2 = tracemalloc.get_traced_memory()
print(cur2 < 100000, peak2 >= 100000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

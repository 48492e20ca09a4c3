import tracemalloc
def make():
    x = 1
    return [bytearray(1000)]
tracemalloc.start()
kept = make()
print(tracemalloc.get_object_traceback(kept[0])[-1].lineno)
tracemalloc.stop()

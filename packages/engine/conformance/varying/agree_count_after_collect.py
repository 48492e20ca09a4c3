import gc
gc.collect()
a, b = [[]], [[]]
print(gc.get_count()[1:])

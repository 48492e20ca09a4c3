import gc
print(gc.get_stats()[0]["collections"])

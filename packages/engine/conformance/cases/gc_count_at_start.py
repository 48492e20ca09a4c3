import gc
print(gc.get_count())
x = "one", "two", 3.5

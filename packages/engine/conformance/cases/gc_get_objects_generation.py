import gc
gc.collect(); gc.disable()
l = ["mark"]
print([any(o is l for o in gc.get_objects(generation=g)) for g in range(3)])
gc.collect(0)
print([any(o is l for o in gc.get_objects(generation=g)) for g in range(3)])
gc.collect(1)
print([any(o is l for o in gc.get_objects(generation=g)) for g in range(3)])
gc.collect()
print([any(o is l for o in gc.get_objects(generation=g)) for g in range(3)])

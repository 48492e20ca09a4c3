import gc
gc.collect(); gc.disable()
class N: pass
def cyc():
    n = N(); n.me = n
cyc()
print(gc.collect(0), gc.collect(1), gc.collect(2))
cyc(); cyc()
print(gc.collect(1), gc.collect())
try: gc.collect(3)
except ValueError as e: print(e)

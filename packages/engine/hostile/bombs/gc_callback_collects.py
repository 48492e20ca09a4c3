# must: answer
import gc
def cb(phase, info):
    gc.collect()
gc.callbacks.append(cb)
print(gc.collect() >= 0)

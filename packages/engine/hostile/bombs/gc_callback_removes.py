# must: answer
import gc
def cb(phase, info):
    gc.callbacks.clear()
gc.callbacks.extend([cb, cb, cb])
gc.collect()
print(len(gc.callbacks))

import gc
gc.collect()
log = []
def cb(phase, info): log.append((phase, info["generation"], info.get("collected"), info.get("uncollectable")))
gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect(0)
gc.collect()
gc.callbacks.remove(cb)
print(log)

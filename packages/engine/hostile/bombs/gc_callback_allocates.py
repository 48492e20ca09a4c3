# must: answer
import gc
n = 0
def cb(phase, info):
    global n
    n += 1
    x = []
    x.append(x)
gc.callbacks.append(cb)
for i in range(5):
    gc.collect()
print(n)

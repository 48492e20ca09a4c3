# must: answer
import gc
gc.set_threshold(1)
x = [[] for i in range(2000)]
print(len(x))

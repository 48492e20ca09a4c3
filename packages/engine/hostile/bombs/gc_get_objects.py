# must: answer
import gc
x = gc.get_objects()
y = [gc.get_objects() for i in range(3)]
print(type(x).__name__)

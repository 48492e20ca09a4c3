# must: answer
import copy
a = []
for i in range(10000):
    a = [a]
try:
    copy.deepcopy(a)
except RecursionError as e:
    print(type(e).__name__)

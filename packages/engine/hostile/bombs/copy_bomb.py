# must: answer
import copy
a = [0]
for i in range(30):
    a = [a, a]
b = copy.deepcopy(a)
print(b[0] is b[1])

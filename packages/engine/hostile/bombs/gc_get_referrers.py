# must: answer
import gc
a = []
b = [a]
for i in range(50):
    b = gc.get_referrers(a)
print(len(b) > 0)

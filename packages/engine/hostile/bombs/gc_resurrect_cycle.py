# must: answer
import gc
kept = []
class A:
    def __init__(self):
        self.me = self
    def __del__(self):
        kept.append(self)
        A()
for i in range(10):
    A()
    gc.collect()
print(len(kept) > 0)

# must: answer or limit
keep = []
class A:
    def __del__(self):
        keep.append(self)
        B()
class B(A):
    pass
import gc
A()
print(len(keep) > 0)

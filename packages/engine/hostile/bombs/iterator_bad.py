# must: limit
class A:
    def __iter__(self): return 5
try:
    for x in A(): pass
except TypeError as e:
    print(e)
class B:
    def __getitem__(self, i): return i
for x in B():
    pass

# must: answer
class A:
    def __del__(self):
        pass
a = None
for i in range(20000):
    b = A()
    b.next = a
    a = b
del a, b
print("gone")

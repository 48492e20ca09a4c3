# must: answer or limit
class A:
    pass
a = None
for i in range(100000):
    b = A()
    b.next = a
    a = b
del a, b
print("gone")

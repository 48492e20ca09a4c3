# must: answer
class A:
    def __del__(self):
        self.next = None
a = None
for i in range(300):
    b = A()
    b.next = a
    a = b
del a, b
print("gone")

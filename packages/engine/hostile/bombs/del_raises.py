# must: answer
class A:
    def __del__(self):
        raise ValueError("x" * 10)
for i in range(100):
    A()
print("end")

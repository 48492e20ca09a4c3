# must: answer
class A:
    def __del__(self):
        x.clear()
x = [A(), 1, 2]
x[0] = 5
print(x)

# must: answer
class A:
    def __del__(self):
        d.clear()
d = {i: A() for i in range(5)}
d[0] = 1
print(d)

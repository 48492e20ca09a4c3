# must: answer
class A:
    def __del__(self):
        d[1] = 2
d = {i: A() for i in range(5)}
d.clear()
print(d)

# must: answer
class A:
    def __del__(self):
        d[object()] = 1
d = {i: A() for i in range(100)}
while len(d) > 50:
    d.popitem()
    if len(d) >= 100: break
print("end")

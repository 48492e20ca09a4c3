# must: end
n = 0
class A:
    def __del__(self):
        global n
        n += 1
        if n < 1000:
            A()
A()
print(n)

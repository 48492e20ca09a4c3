# must: limit
class A:
    pass
A() in range(10 ** 12)

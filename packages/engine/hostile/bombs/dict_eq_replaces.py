# must: answer or limit
class A:
    def __hash__(self): return 1
    def __eq__(self, o):
        d.clear()
        d.update((i, i) for i in range(100))
        return True
d = {}
d[A()] = 1
d[A()] = 2
print(len(d))

# must: answer
class K:
    def __hash__(self):
        d.clear()
        return 5
d = {1: 2}
d[K()] = 3
print(len(d))

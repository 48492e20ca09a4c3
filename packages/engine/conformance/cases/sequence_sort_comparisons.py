class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v
for values in ([2, 1], [1, 2, 3], [3, 2, 1], [1, 0, 1], [2, 2, 1, 1], [4, 1, 3, 2, 5]):
    log = []
    l = sorted(map(K, values))
    print(values, log)

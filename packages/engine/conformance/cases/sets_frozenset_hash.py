print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset(["a", 1, 2.5])))
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print({frozenset([1, 2]): "x"}[frozenset([2, 1])], {1, 2} in {frozenset([1, 2])})

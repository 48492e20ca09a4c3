print(id({1}) == id({2}), id(range(3)) == id(range(4)), id(slice(1)) == id(slice(2)), id((1, [])) == id((2, [])), id(bytearray()) == id(bytearray()))
a = {1}; i = id(a); del a; b = {2}
print(id(b) == i)
f = 1.5 * len("ab"); i = id(f); del f; g = 2.5 * len("ab")
print(id(g) == i)

from collections import ChainMap
low, high = {"a": 1, "b": 2}, {"b": 3}
chain = ChainMap(high, low)
print(list(chain), dict(chain), len(chain), chain["b"])
chain["c"] = 4
print(high, low, chain.parents, chain.new_child({"a": 9})["a"])

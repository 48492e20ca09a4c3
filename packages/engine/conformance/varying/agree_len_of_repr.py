s = {"a", "b", "c"}
print(len(repr(s)))

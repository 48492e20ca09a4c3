print((lambda e: next(e) is next(e))(enumerate("ab")))
print(len({id(t) for t in enumerate("abc")}))
print(len({id(t) for t in zip("abc", "def")}))
print(len({id(t) for t in list(zip("abc", "def"))}))

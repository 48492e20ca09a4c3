print(frozenset("abcdefg"))

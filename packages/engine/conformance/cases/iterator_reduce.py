for it in (iter([1, 2]), iter((1,)), iter("ab"), iter(range(3)), enumerate("a"), reversed([1])):
    next(it)
    r = it.__reduce__()
    print(type(it).__name__, r[0].__name__, r[2:])

print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") == (1, "a"), [1, 2] < [1, 2, 3], [1] != [1.0])
n = float("nan")
print([n] == [n], (n,) == (n,), n in [n], [n].count(n), [float("nan")] == [float("nan")])

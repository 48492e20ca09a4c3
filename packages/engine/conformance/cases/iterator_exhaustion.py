it = iter([1, 2])
print(it.__length_hint__(), list(it), it.__length_hint__(), next(it, "end"))
l = [1]
it = iter(l)
print(next(it), next(it, None))
l.append(2)
print(next(it, "still exhausted"))
print(list(iter(lambda c=iter("abX"): next(c), "X")), list(reversed("abc")), list(enumerate("ab", 5)))

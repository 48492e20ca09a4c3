# must: end
it = iter([1, 2, 3])
it.__setstate__(10 ** 10)
print(list(it))
it = iter([1, 2, 3])
it.__setstate__(-10)
print(list(it))

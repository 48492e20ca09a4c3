from itertools import *
print(list(chain("ab", [1])), list(islice(count(3, 2), 4)), list(islice(cycle("ab"), 5)), list(repeat(7, 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(compress("abc", [1, 0, 1])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])))
print([(k, list(g)) for k, g in groupby("aabc")], list(zip_longest("ab", "c", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])))

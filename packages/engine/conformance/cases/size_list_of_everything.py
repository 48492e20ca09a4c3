import sys
print([sys.getsizeof(list(x)) for x in ("abcde", b"abcde", (1, 2, 3, 4, 5), {1, 2, 3, 4, 5}, {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, range(5), map(str, range(5)), zip("abcde"), enumerate("abcde"), reversed([1, 2, 3, 4, 5]), iter([1, 2, 3, 4, 5]), filter(None, [1, 2, 3, 4, 5]))])
print([sys.getsizeof(x) for x in (sorted("abcde"), sorted((3, 1, 2)), [*"abcde"], [*range(3), *range(2)], "a-b-c".split("-"), list("ab") + list("c"), [0] * 5, [1, 2, 3][1:])])

from itertools import *
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)))
print(list(permutations("abc", 2)), list(permutations([1, 2, 3])))
print(list(combinations("abcd", 2)), list(combinations([1], 2)))
print(list(combinations_with_replacement("ab", 2)), list(product()), list(permutations([])))

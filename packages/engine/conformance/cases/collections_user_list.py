import copy, sys
from collections import UserList
class Stack(UserList):
    pass
s = Stack([3, 1, 2])
print(s + [4], [0] + s, s + (5,), type(s + s).__name__, s * 2, 2 * s)
t = s
t += [9]
t *= 1
print(t is s, s, sorted(s), list(reversed(s)), s < [4], s.count(9), s.index(2))
s.sort(); print(s, s[1:], type(s[1:]).__name__)
s.reverse(); print(s, s.copy() == s, s.copy() is s, copy.copy(s).data is s.data)
print(sys.getrefcount(s.data), [x for x in s], 9 in s, len(s))

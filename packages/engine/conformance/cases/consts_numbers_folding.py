def f(): return 1 + 2, 3 * 4.5, 7 // 2, 7 % 3, 1 << 4, -(3), 2 ** -1, 1 / 4
def g(): return 10 ** 5, 1_000, 0x10, 1e3, 1j * 2, True + 1, 5 & 3
def h(): return 1 / 0
print(f.__code__.co_consts)
print(g.__code__.co_consts)
print(h.__code__.co_consts)

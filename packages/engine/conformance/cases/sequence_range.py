r = range(0, 20, 3)
print(r, len(r), r[2], r[-1], r[1:4], r[::-1], 9 in r, 10 in r, r.index(9), r.count(9), list(reversed(r)))
print(range(5) == range(0, 5, 1), range(0) == range(2, 1), range(10 ** 30)[10 ** 20], range(5, 0, -2), bool(range(0)))
for bad in ("range(1, 2, 0)", "range()", "range(1.5)", "range(5)[9]"):
    try: eval(bad)
    except Exception as e: print(type(e).__name__, e)

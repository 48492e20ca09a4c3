import traceback
def show(text):
    print("\n".join(line for line in text.split("\n") if not line.startswith("  File")))
def fail(k):
    d = {}
    if k == 0: return d["x"]
    if k == 1: x = 1 + d
    if k == 2: return int("zz")
    if k == 3: return   d . get ( 1 ) [ 2 ]
    if k == 4: print("a", 1 // 0, "b")
    if k == 5: d["é"]["x"]
    if k == 6: assert d, "no"
    if k == 7: del d[3]
    if k == 8: d[3] += 1
    if k == 9: a, b = 1, 2, 3
    if k == 10: with_ = (1 + 2) + (3 + None)
    if k == 11: (lambda q: q.z)(1)
for k in range(12):
    try:
        fail(k)
    except Exception:
        show(traceback.format_exc())

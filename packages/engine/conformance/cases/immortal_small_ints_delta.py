import sys
def change(make, o):
    a = sys.getrefcount(o)
    keep = make(o)
    return sys.getrefcount(o) - a
for o in (None, 7, "", (), True):
    print(change(lambda x: [x] * 1000, o) in (1000, 1001), change(lambda x: [x] * 1000, o) == 0)

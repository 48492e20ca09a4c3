import gc
s, d, o = {1}, {1: 2}, []
counts = []
def count(call):
    gc.collect()
    gc.get_count()
    before = gc.get_count()[0]
    call()
    counts.append(gc.get_count()[0] - before)
for call in (lambda: "a".find("a"), lambda: "a".startswith("a"), lambda: s.union(o), lambda: s.update(o), lambda: max(1, 2),
             lambda: gc.set_threshold(700), lambda: gc.get_referents(1), lambda: "{}".format(1), lambda: o.append(1), lambda: len(o)):
    count(call)
print(counts)

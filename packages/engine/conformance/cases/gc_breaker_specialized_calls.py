import gc
def fill(limit):
    died = []
    class M:
        def __del__(self): died.append(len(keep))
    keep = []
    gc.collect()
    gc.set_threshold(limit)
    m = M(); m.me = m; del m
    while not died and len(keep) < 500:
        keep.append([])
    return died, len(keep)
print(fill(50), fill(60))
gc.set_threshold(30)
keep = []
gc.collect()
i = 0
while i < 100 and gc.get_count()[1] == 0:
    keep.append([]); i += 1
print(i)

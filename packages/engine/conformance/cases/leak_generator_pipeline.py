class Tracker:
    live = 0
    def __init__(self): Tracker.live += 1
    def __del__(self): Tracker.live -= 1
def pipeline():
    for _ in range(5):
        yield Tracker()
n = 0
for t in pipeline():
    n = max(n, Tracker.live)
print("max live in generator", n, Tracker.live)
del t
items = [t for t in pipeline()]
print("list keeps", Tracker.live)
items = None
print(Tracker.live)
print(sum(1 for t in pipeline()), Tracker.live)
m = map(lambda t: Tracker.live, pipeline())
print(list(m))
z = zip(pipeline(), pipeline())
next(z)
print(Tracker.live)
next(z)
print(Tracker.live)
del z
print(Tracker.live)

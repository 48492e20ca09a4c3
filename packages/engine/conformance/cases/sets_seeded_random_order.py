import random
r = random.Random(3)
for t in range(12):
    s = set()
    for _ in range(r.randrange(5, 60)):
        k = r.randrange(64) * r.choice([1, 8, 16, 1000003])
        if r.random() < .7: s.add(k)
        else: s.discard(k)
    print(list(s), list(s | {1, 2, 3}), s.__sizeof__())

import random, sys
for wrong in (lambda: random.choice([]), lambda: random.randrange(0)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
if sys.version_info >= (3, 12):
    r = random.Random(5)
    print([r.binomialvariate(n, 0.3) for n in (1, 5, 20, 100, 1000)], r.binomialvariate(50, 0.7))
else:
    print(hasattr(random, "binomialvariate"), hasattr(random.Random(1), "binomialvariate"))

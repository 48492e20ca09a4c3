import random
r = random.Random(7)
for i in range(5):
    print(r.gammavariate(0.5 + i / 4, 2), r.betavariate(1, 2), r.lognormvariate(0, 1), r.paretovariate(2.5))
    print(r.vonmisesvariate(1, 2), r.weibullvariate(1, 1.5), r.triangular(1, 5, 2), r.gauss(1, 2), r.normalvariate(1, 2))
random.seed(4)
print(random.gammavariate(1, 2), random.betavariate(2, 2), random.random())
try:
    r.gammavariate(0, 1)
except ValueError as error:
    print(error)

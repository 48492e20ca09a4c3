import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 5))
l = list(range(10))
random.shuffle(l)
print(l, random.getrandbits(70), random.uniform(1, 2), random.gauss(0, 1), random.randrange(0, 100, 7))
r = random.Random(7)
print(r.random(), r.choices([1, 2, 3], weights=[1, 2, 3], k=4), r.normalvariate(0, 1), r.expovariate(1), r.triangular())

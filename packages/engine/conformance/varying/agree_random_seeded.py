import random
random.seed(7)
print(random.randrange(100), random.randrange(100))

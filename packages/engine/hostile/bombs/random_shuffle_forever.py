# must: limit
import random
random.seed(1)
x = list(range(1000))
while True:
    random.shuffle(x)

# must: answer
import random
random.seed(1)
x = random.getrandbits(10 ** 11)

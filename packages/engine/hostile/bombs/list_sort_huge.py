# must: limit
import random
x = [0] * 5000000
while True:
    x.sort()

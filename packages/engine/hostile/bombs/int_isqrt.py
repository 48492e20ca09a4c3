# must: limit
import math
x = 10 ** 100000
while True:
    math.isqrt(x)

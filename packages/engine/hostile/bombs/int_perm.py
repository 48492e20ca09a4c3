# must: limit
import math
math.perm(10 ** 7)

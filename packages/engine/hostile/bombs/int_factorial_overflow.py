# must: answer
import math
try:
    math.factorial(10 ** 20)
except OverflowError as e:
    print(e)

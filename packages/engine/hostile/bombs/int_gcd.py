# must: answer or limit
import math
print(math.gcd(2 ** 100000 * 3, 2 ** 99999 * 9) == 2 ** 99999 * 3)

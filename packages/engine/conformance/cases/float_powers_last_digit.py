import math
print(2 ** 0.5, 1.05 ** 10, 2.5 ** 3.5, 1.1 ** 100, (-8) ** (1 / 3), 7 ** 0.25, 10 ** -3, 3 ** -2)
for n in range(1, 12):
    x = n / 7
    print(x ** 3.3, math.exp(x), math.log(x), math.log2(x), math.log10(x), math.sin(n), math.cos(n), math.tan(n), math.atan(x))
    print(math.atan2(x, n), math.hypot(x, n), math.dist([x, n], [1, 2]), math.sinh(x), math.cosh(x), abs(complex(x, n)))

import math, sys
for x in (0.5, 1.5, 2.2, 5, 10.1, 23, 24, 30.5, 150.3, 170.5, -0.5, -2.3, -20.7, 0.1):
    print(x, math.gamma(x), math.lgamma(x))
print(math.lgamma(1000), math.lgamma(-0.1))
for x in (0, -1, 180):
    try:
        print(math.gamma(x))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
if sys.version_info >= (3, 9):
    print(math.ulp(1.0), math.ulp(0.0), math.nextafter(1.0, 2), math.nextafter(0, -1), math.ulp(1e308), math.ulp(-2.5))
if sys.version_info >= (3, 11):
    print([math.cbrt(n / 3) for n in range(-5, 10)])
if sys.version_info >= (3, 13):
    print(math.fma(0.1, 10.0, -1.0), math.fma(2, 3, 4))

import math
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.sqrt(2), math.factorial(20), math.gcd(12, 18), math.isqrt(99), math.comb(5, 2), math.perm(5, 2))
print(math.log(8, 2), math.log10(1000), math.log2(8), math.exp(1), math.pi, math.e, math.inf, math.nan, math.hypot(3, 4), math.fsum([.1] * 10), math.prod([1, 2, 3]))
print(math.isclose(.1 + .2, .3), math.frexp(8.0), math.modf(-2.5), math.copysign(1, -0.0), math.degrees(math.pi), math.fmod(-7, 3), math.remainder(7, 4), math.ldexp(.5, 3), math.isnan(math.nan))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.sqrt("a"), lambda: math.acos(2), lambda: math.floor(math.inf)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)

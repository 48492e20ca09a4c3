x = 1.5
y = x + 0.0
print(x is y, x is +x, x is float(x), float("1.5") is float("1.5"))
a = 0.1 + 0.2
b = 0.1 + 0.2
print(a is b, abs(x) is x, x * 1 is x)
nan = float("nan")
print(nan is nan, nan == nan, nan in [nan], [nan] == [nan])

print(int("100") is int("100"), int("256") is 256, int("257") is int("257"), int("1000") is int("1000"))
a = 255; a += 1; b = 256
print(a is b)
a += 1; b += 1
print(a is b)
x = 1000; y = x + 0
print(x is y, x is int(x), -5 is int("-5"), int("-6") is int("-6"), True + 0 is 1)

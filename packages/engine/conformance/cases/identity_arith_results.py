x = 250
y = x + 6
z = x + 7
print(y is 256, z is 257)
a = 128 * 2
b = 2 ** 8
print(a is b)
c = 128 * 8; d = 2 ** 10
print(c is d)
n = 1000
m = 999 + 1
print(n is m)

a = {1, 17, 33, 4, 8}
b = {33, 8, 2, 100}
print(a | b, b | a)
print(a & b, b & a)
print(a - b, b - a)
print(a ^ b, b ^ a)
a |= b
print(a)
a -= {1, 2}
print(a)

# must: limit
x = 1 << 10 ** 11
print(x.bit_length())

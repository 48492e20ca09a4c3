# must: answer or limit
x = 3
for i in range(18):
    x = x * x
print(x.bit_length())

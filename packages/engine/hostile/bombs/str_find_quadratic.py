# must: limit
x = 'a' * 200000
y = 'a' * 100000 + 'b'
for i in range(1000):
    x.find(y)

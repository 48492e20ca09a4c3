# must: limit
x = ''
y = []
while True:
    x = x + 'abc'
    y.append(x)

a = "hello"; b = "hello"
c = "hello world"
d = "hello world"
print(a is b, c is d)
e = "hello world"; f = "hello world"
print(e is f, e is c)
g = 3.14
h = 3.14
print(g is h)

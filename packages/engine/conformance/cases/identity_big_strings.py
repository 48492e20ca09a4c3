a = "x" * 20
b = "x" * 20
print(a is b)
c = "x" * 5000
d = "x" * 5000
print(c is d)
n = 20
e = "x" * n
print(e is a, e == a)
f = "ab" "cd"
print(f is "abcd")

s = "abc"
t = s.upper().lower()
print(t is s, t == s)
u = s.center(3)
v = s.replace("z", "y")
w = s.lstrip()
print(u is s, v is s, w is s)
print("".join(s) is s, s + "" is s, s.casefold() is s)

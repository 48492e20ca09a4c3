l = list(range(8))
l[2:4] = "ab"
print(l)
l[::2] = [0] * 4
print(l)
l[5:2] = [9]
print(l)
del l[1::3]
print(l)
l[-1:] = []
print(l)
l[0:1] = l
print(l)
try: l[::2] = [1]
except ValueError as e: print(e)
try: l[0:1] = 5
except TypeError as e: print(e)
try: l[::2] = 5
except TypeError as e: print(e)

# must: answer
constructor = 1
__proto__ = 2
toString = 3
print(constructor, __proto__, toString, sorted(n for n in globals() if n in ("constructor", "__proto__", "toString")))
del __proto__
try:
    __proto__
except NameError as e:
    print(e)
try:
    hasOwnProperty
except NameError as e:
    print(e)

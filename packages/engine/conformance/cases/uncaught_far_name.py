abcd = 1
ABCE = 2
class A:
    _hidden = 1
try:
    A().hidden
finally:
    print("leaving")

# must: answer
class A: pass
try:
    A.__dict__["x"] = 1
except TypeError as e:
    print(e)
try:
    int.x = 1
except TypeError as e:
    print(type(e).__name__)
try:
    del object.__init__
except TypeError as e:
    print(type(e).__name__)

import sys
class Box:
    def __init__(self, item):
        print(sys.getrefcount(item), sys.getrefcount(self))
        self.item = item
        print(sys.getrefcount(item))
o = object()
b = Box(o)
print(sys.getrefcount(o), sys.getrefcount(b))
Box([])

# must: answer
class A:
    def __eq__(self, o):
        x.clear()
        return False
x = [A(), A()]
try:
    x.index(5)
except ValueError as e:
    print("not found")

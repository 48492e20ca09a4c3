# must: answer
class A:
    def __eq__(self, o):
        x.clear()
        return True
x = [A(), A()]
try:
    x.remove(5)
except ValueError as e:
    print(e)
print(x)

# must: answer
class A:
    def __eq__(self, o):
        x.clear()
        return False
x = [A(), A(), A()]
print(x == [1, 2, 3], x)

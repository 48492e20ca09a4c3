# must: answer
class A:
    def __eq__(self, o):
        x.pop()
        return False
x = [A() for i in range(5)]
print(x.count(3), len(x))

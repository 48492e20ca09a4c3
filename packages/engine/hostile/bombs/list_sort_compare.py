# must: answer
class A:
    def __lt__(self, o):
        return True
x = [A() for i in range(1000)]
x.sort()
print(len(x))

# must: answer
class S:
    def __iter__(self):
        x.clear()
        return iter([7, 8])
x = [1, 2, 3]
x[1:2] = S()
print(x)

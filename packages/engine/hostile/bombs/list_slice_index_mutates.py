# must: answer
class I:
    def __index__(self):
        x.clear()
        return 1
x = list(range(10))
print(x[I():5], x)

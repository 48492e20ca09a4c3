# must: answer
True_ = True
int = str
list = None
object = 5
print(int(5), type(5).__name__, [1, 2])
class A: pass
print(A.__mro__[1].__name__)

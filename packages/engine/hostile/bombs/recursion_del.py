# must: answer or limit
class A:
    def __del__(self):
        f()
def f():
    f()
A()
print("end")

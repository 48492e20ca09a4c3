# must: answer or limit
class A:
    def __del__(self):
        A()
A()
print("end")

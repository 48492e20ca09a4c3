# must: answer
import sys
sys.stderr = None
class A:
    def __del__(self): 1 / 0
A()
print("quiet")

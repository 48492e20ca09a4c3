# must: answer or limit
import sys
class W:
    def write(self, s):
        print(s)
sys.stdout = W()
try:
    print("x")
except RecursionError:
    sys.stdout = sys.__stdout__
    print("caught")

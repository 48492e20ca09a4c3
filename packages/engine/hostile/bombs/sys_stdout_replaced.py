# must: answer
import sys
class W:
    def write(self, s): return len(s)
sys.stdout = W()
print("hidden")
sys.stdout = sys.__stdout__
print("shown")

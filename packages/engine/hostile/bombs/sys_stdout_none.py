# must: answer
import sys
sys.stdout = None
print("nothing")
sys.stdout = sys.__stdout__
print("back")

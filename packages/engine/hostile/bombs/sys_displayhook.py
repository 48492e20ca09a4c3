# must: answer
import sys
sys.displayhook = None
sys.excepthook = None
print("end")
